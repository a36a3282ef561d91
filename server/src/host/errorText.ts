/** The first line of an error message; for an error of the system a short text without its path. */
export function errorText(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const textByCode: Readonly<Record<string, string>> = {
    EACCES: "permission denied",
    EBUSY: "another program is using it",
    EDQUOT: "the disk quota is used up",
    EEXIST: "already exists",
    EFBIG: "the file is too large",
    EIO: "the disk cannot be read or written",
    EISDIR: "is a folder",
    ELOOP: "a link that leads to itself",
    EMFILE: "too many files are open",
    ENAMETOOLONG: "the name is too long",
    ENOENT: "no such file or folder",
    ENOSPC: "no space left on the disk",
    ENOTDIR: "no such file or folder",
    EPERM: "permission denied",
    EPIPE: "the reader has closed it",
    EROFS: "the disk is read-only",
    ETXTBSY: "the program is running",
    ERR_FS_FILE_TOO_LARGE: "the file is too large",
    ERR_INVALID_ARG_VALUE: "no such file or folder",
    ERR_STRING_TOO_LONG: "the file is too large",
  };
  const knownText = code === undefined ? undefined : textByCode[code];
  return knownText ?? withoutPath(firstLine(error instanceof Error ? error.message : String(error)));
}

/** An error with its stack, for a log; a string is returned unchanged. */
export function stackText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** `EMFILE: too many open files, open '/a/b'` as `too many open files`. */
function withoutPath(message: string): string {
  return /^E[A-Z0-9]+: ([^,]+)(?:,|$)/.exec(message)?.[1] ?? message;
}

function firstLine(text: string): string {
  return text.split(/[\n\r\u0085\u2028\u2029]/, 1)[0] ?? "";
}
