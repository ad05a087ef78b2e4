ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS deps
WORKDIR /app
ARG NODE_EXTRA_CA_CERTS
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc --mount=type=secret,id=ca \
    npm ci --omit=dev --no-audit --no-fund

FROM deps AS build
COPY tsconfig.json ./
COPY scripts ./scripts
COPY src ./src
COPY console ./console
COPY examples/explore ./examples/explore
COPY examples/explore ./examples/explore
RUN node scripts/bundle.mjs

# What serving needs, nothing that only builds or tests, and a bill of it.
FROM deps AS serving
RUN npm pkg delete devDependencies optionalDependencies && \
    npm prune --offline --no-audit --no-fund && \
    npm sbom --sbom-format=cyclonedx > sbom.cdx.json

FROM ${NODE_IMAGE} AS runtime
LABEL org.opencontainers.image.title="fakexen" \
      org.opencontainers.image.description="A Xen host that answers over HTTP and JSON" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /app
# A port that is reached from outside the container must not be on its loopback. Who publishes the port decides who
# reaches it, so none is refused here; with FAKEXEN_TOKEN or FAKEXEN_TOKEN_FILE the token is needed all the same.
ENV NODE_ENV=production FAKEXEN_HOST=0.0.0.0 FAKEXEN_PORT=8080 FAKEXEN_INSECURE=true
COPY LICENSE package.json ./
COPY examples/*.yaml ./examples/
COPY --from=serving /app/sbom.cdx.json ./
COPY --from=serving /app/node_modules ./node_modules
COPY --from=build /app/dist/bundle ./dist/bundle
COPY --from=build /app/dist/console ./dist/console
# Where a volume may be put for --state-dir and --state-file.
RUN install -d -o 10001 -g 10001 /state
USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=2s --start-period=5s \
  CMD ["node", "dist/bundle/fakexen.js", "healthcheck"]
ENTRYPOINT ["node", "dist/bundle/fakexen.js"]
CMD ["serve"]
