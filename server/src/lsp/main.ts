/** The language server as a program, whose code is in the library. */
void import("./program").then(({ runProgram }) => runProgram(process.argv.slice(2)));
