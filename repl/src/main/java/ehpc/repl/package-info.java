/** The command line and the shell over the library. */
package ehpc.repl;
