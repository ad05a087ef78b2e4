ARG NODE_IMAGE=node:24-bookworm-slim

# What serving needs, and nothing that only builds or tests.
FROM ${NODE_IMAGE} AS deps
WORKDIR /app
ARG NODE_EXTRA_CA_CERTS
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc --mount=type=secret,id=ca \
    npm ci --omit=dev --omit=optional --no-audit --no-fund

FROM deps AS build
ARG NODE_EXTRA_CA_CERTS
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc --mount=type=secret,id=ca \
    npm ci --omit=dev --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY scripts ./scripts
COPY src ./src
RUN node scripts/run.mjs serve

FROM ${NODE_IMAGE} AS runtime
LABEL org.opencontainers.image.title="fakexen" \
      org.opencontainers.image.description="A Xen host that answers over HTTP and JSON" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /app
# A port that is reached from outside the container must not be on its loopback.
ENV NODE_ENV=production FAKEXEN_HOST=0.0.0.0 FAKEXEN_PORT=8080
COPY LICENSE package.json ./
COPY examples/*.yaml ./examples/
COPY --from=deps /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=2s --start-period=5s \
  CMD ["node", "dist/server/healthcheck.js"]
ENTRYPOINT ["node", "dist/bundle/fakexen.js"]
CMD ["serve"]
