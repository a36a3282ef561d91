import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Catalogue } from "../../server/src/core/catalogue/catalogue";

const read = (name: string): string =>
  readFileSync(new URL(`../../schemas/${name}`, import.meta.url), "utf8");
const schema = JSON.parse(read("catalogue.schema.json"));
const catalogue: Catalogue = parse(read("wlcg.catalogue.yaml"));
const refs = catalogue.themes.flatMap(({ id, topics }) => [
  id,
  ...topics.map((topic) => `${id}/${topic.id}`),
]);

describe("the built-in catalogue", () => {
  it("is valid against its own schema", () => {
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
    validate(catalogue);
    expect(validate.errors).toBeNull();
  });

  it("has unique ids and names", () => {
    expect(duplicates(refs)).toEqual([]);
    const systems = catalogue.systems.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]);
    expect(duplicates(systems.map((name) => name.toLowerCase()))).toEqual([]);
    expect(duplicates(catalogue.communities.map(({ name }) => name.toLowerCase()))).toEqual([]);
  });

  it("refers only to themes and topics that are there", () => {
    expect(catalogue.systems.flatMap(({ themes }) => themes).filter((ref) => !refs.includes(ref))).toEqual(
      [],
    );
  });

  it("knows at least 120 systems, each with a line and a home page", () => {
    expect(catalogue.systems.length).toBeGreaterThanOrEqual(120);
  });

  it.each([
    "batch system",
    "federated clusters",
    "schedulers",
    "JupyterHub",
    "BinderHub",
    "REANA",
    "Kubeflow",
    "submission from the experiments",
    "easier access to alternative architectures",
    "large scale",
    "Rucio",
    "CMS web services",
    "HTCondor",
    "other services",
    "centralised remote deployment",
    "SLATE",
    "OpenStack",
    "bare metal",
    "commercial cloud",
    "k8s security in general",
    "k8s security for centralised remote deployment",
    "AAI",
    "x509",
    "tokens",
    "VO SSO",
    "Storage integration",
    "registries",
    "registry caches",
    "CVMFS snapshotter",
    "plain CVMFS",
    "CNCF landscape",
    "k8s CRI and the use of different runtimes",
    "Kubernetes",
    "Docker Swarm",
    "Azure Container Service",
    "Amazon ECS",
    "Apache Mesos",
    "RedHat OpenShift",
  ])("finds %s of the source list", (point) => {
    const subjects = catalogue.themes.flatMap((theme) => [theme, ...theme.topics]);
    const names = [
      ...subjects.flatMap(({ title, aliases }) => [title, ...(aliases ?? [])]),
      ...catalogue.systems.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]),
    ];
    expect(names.map((name) => name.toLowerCase())).toContain(point.toLowerCase());
  });
});

describe.each(["contributions.schema.json", "catalogue.schema.json", "coverage.schema.json"])(
  "%s",
  (name) => {
    it("describes every key", () => {
      expect(undescribed(JSON.parse(read(name)), name)).toEqual([]);
    });
  },
);

function undescribed(value: unknown, path: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const isProperties = key === "properties" || key === "definitions";
    const own = isProperties
      ? Object.entries(child as Record<string, { description?: string }>).flatMap(
          ([name, { description }]) => (description ? [] : [`${path}/${name}`]),
        )
      : [];
    return [...own, ...undescribed(child, `${path}/${key}`)];
  });
}

function duplicates(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
