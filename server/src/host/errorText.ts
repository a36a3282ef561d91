/** An error in a few words: those of the system without the path they name, all others by their first line. */
export function errorText(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const textByCode: Readonly<Record<string, string>> = {
    EACCES: "permission denied",
    EBUSY: "another program uses it",
    EDQUOT: "the disk quota is used up",
    EEXIST: "exists already",
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
    EPIPE: "nobody reads it any more",
    EROFS: "the disk is read-only",
    ETXTBSY: "another program runs it",
    ERR_FS_FILE_TOO_LARGE: "the file is too large",
    ERR_INVALID_ARG_VALUE: "no such file or folder",
    ERR_STRING_TOO_LONG: "the file is too large",
  };
  const knownText = code === undefined ? undefined : textByCode[code];
  return knownText ?? withoutPath(firstLine(error instanceof Error ? error.message : String(error)));
}

/** An error with its stack, for a log; a string stays as it is. */
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
