import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SETTING_NAMES, variableOf } from '../src/server/settings.js';

const KUBERNETES = 'deploy/kubernetes';
const FOLDERS = ['single', 'scale-out'];

const yaml = (file: string) => parse(readFileSync(file, 'utf8'));
const filesOf = (folder: string) =>
  readdirSync(`${KUBERNETES}/${folder}`).filter((file) => file !== 'kustomization.yaml');
const manifestsOf = (folder: string): any[] =>
  filesOf(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => yaml(`${KUBERNETES}/${folder}/${file}`));

/** What runs pods, with the folder that it stands in. */
const workloads = FOLDERS.flatMap((folder) =>
  manifestsOf(folder)
    .filter(({ spec }) => spec.template)
    .map((manifest) => ({ folder, name: manifest.metadata.name, manifest })),
);
const containers = workloads.map(({ manifest }) => manifest.spec.template.spec.containers[0]);
const ours = containers.filter(({ name }) => name === 'fakexen');

const dockerfile = readFileSync('Dockerfile', 'utf8');
const port = Number(/^EXPOSE (\d+)$/m.exec(dockerfile)?.[1]);
const [, uid, gid] = /^USER (\d+):(\d+)$/m.exec(dockerfile)?.map(Number) ?? [];
const variables = SETTING_NAMES.map(variableOf);
const paths = Object.keys(JSON.parse(readFileSync('openapi/openapi.json', 'utf8')).paths);

describe.each(FOLDERS)('deploy/kubernetes/%s', (folder) => {
  it('applies every file that it has', () => {
    const { resources, configMapGenerator = [] } = yaml(
      `${KUBERNETES}/${folder}/kustomization.yaml`,
    );
    const generated = configMapGenerator.flatMap(({ files }: { files: string[] }) => files);

    expect([...resources, ...generated].toSorted()).toEqual(filesOf(folder).toSorted());
  });

  it('sends each service to pods that there are', () => {
    const manifests = manifestsOf(folder);
    const pods = manifests.flatMap(({ spec }) => spec.template ?? []);
    for (const { spec } of manifests.filter(({ kind }) => kind === 'Service')) {
      const chosen = pods.filter(({ metadata }) =>
        Object.entries(spec.selector).every(([label, value]) => metadata.labels[label] === value),
      );

      expect(chosen).toHaveLength(1);
      expect(chosen[0].spec.containers[0].ports).toContainEqual({
        name: spec.ports[0].targetPort,
        containerPort: port,
      });
    }
  });
});

describe.each(workloads)('$folder: $manifest.kind $name', ({ manifest: { spec } }) => {
  const pod = spec.template.spec;

  it('selects its own pods', () => {
    expect(spec.template.metadata.labels).toEqual(spec.selector.matchLabels);
  });

  it('runs without privileges, on files that it cannot write', () => {
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true });
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(pod.containers[0].securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  it('mounts volumes that it has', () => {
    const mounted = pod.containers[0].volumeMounts ?? [];

    expect(mounted.map(({ name }: { name: string }) => name)).toEqual(
      (pod.volumes ?? []).map(({ name }: { name: string }) => name),
    );
  });
});

describe('the containers of the service', () => {
  it('are those of the image, each with a token', () => {
    expect(ours).toHaveLength(2);
    for (const { env } of ours) {
      const names = env.map(({ name }: { name: string }) => name);
      expect(names).toContain('FAKEXEN_TOKEN');
      expect(variables).toEqual(expect.arrayContaining(names));
    }
    for (const { manifest } of workloads.filter(({ name }) => name === 'fakexen'))
      expect(manifest.spec.template.spec.securityContext).toMatchObject({
        runAsUser: uid,
        runAsGroup: gid,
      });
  });

  it('are probed by routes that there are', () => {
    for (const { startupProbe, readinessProbe, livenessProbe } of ours)
      for (const { httpGet } of [startupProbe, readinessProbe, livenessProbe])
        expect(paths).toContain(httpGet.path);
  });
});

describe('scale-out', () => {
  const find = (kind: string, name: string) =>
    manifestsOf('scale-out').find((one) => one.kind === kind && one.metadata.name === name);

  it('has a server of the proxy for each process, by the name that its pod has', () => {
    const { serviceName, replicas } = find('StatefulSet', 'fakexen').spec;
    const config = readFileSync(`${KUBERNETES}/scale-out/haproxy.cfg`, 'utf8');
    const servers = [...config.matchAll(/^ *server (\S+) "\$\{(\w+)\}"$/gm)];
    const { env } = find('Deployment', 'fakexen-proxy').spec.template.spec.containers[0];

    expect(find('Service', serviceName).spec.clusterIP).toBe('None');
    expect(servers).toHaveLength(replicas);
    for (const [, pod, variable] of servers)
      expect(env).toContainEqual({
        name: variable,
        value: `${pod}.${serviceName}.$(NAMESPACE).svc.cluster.local:${port}`,
      });
  });
});

describe('compose.yaml', () => {
  const { fakexen } = yaml('deploy/compose.yaml').services;

  it('publishes the port of the image on the loopback alone', () => {
    expect(fakexen.ports).toEqual([`127.0.0.1:\${FAKEXEN_PORT:-8080}:${port}`]);
  });

  it('says settings that there are', () => {
    const names = fakexen.environment.map((said: string) => said.split('=')[0]);

    expect(variables).toEqual(expect.arrayContaining(names));
  });

  it('takes away what the service can do without', () => {
    expect(fakexen).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  });
});
