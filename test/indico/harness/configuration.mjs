import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Writes the configuration of a server, and the folders that it names.
 * @param {object} options
 * @param {string} options.folder
 * @param {string} options.database the address of PostgreSQL
 * @param {number} options.redisPort
 * @param {string} options.baseUrl
 * @returns {Promise<string>} the file
 */
export async function writeConfiguration({ folder, database, redisPort, baseUrl }) {
  for (const name of ["archive", "cache", "log", "temporary"])
    await mkdir(join(folder, name), { recursive: true });
  const values = {
    SQLALCHEMY_DATABASE_URI: database,
    BASE_URL: baseUrl,
    CELERY_BROKER: `redis://127.0.0.1:${redisPort}/0`,
    REDIS_CACHE_URL: `redis://127.0.0.1:${redisPort}/1`,
    // not the zone of the machine, and neither UTC nor that of all events
    DEFAULT_TIMEZONE: "Europe/Zurich",
    DEFAULT_LOCALE: "en_GB",
    CACHE_DIR: join(folder, "cache"),
    TEMP_DIR: join(folder, "temporary"),
    LOG_DIR: join(folder, "log"),
    STORAGE_BACKENDS: { default: `fs:${join(folder, "archive")}` },
    ATTACHMENT_STORAGE: "default",
    SUPPORT_EMAIL: "support@example.org",
    NO_REPLY_EMAIL: "no-reply@example.org",
    EMAIL_BACKEND: "indico.vendor.django_mail.backends.locmem.EmailBackend",
  };
  // JSON's texts and objects of texts are Python's too
  const lines = Object.entries(values).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  const fixed = ["SECRET_KEY = b'a-key-of-the-tests-which-is-no-secret'", "SMTP_USE_CELERY = False"];
  const file = join(folder, "indico.conf");
  await writeFile(file, [...lines, ...fixed, "SYSTEM_NOTICES_URL = None", ""].join("\n"));
  await writeFile(join(folder, "logging.yaml"), logging);
  return file;
}

const logging = `version: 1
root: { level: WARNING, handlers: [stderr] }
handlers: { stderr: { class: logging.StreamHandler, formatter: default } }
formatters: { default: { format: '%(levelname)s %(name)s %(message)s' } }
`;
