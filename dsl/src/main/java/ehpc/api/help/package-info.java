/** The help page of an operation, from the catalogue. Start at {@link ehpc.api.help.OperationHelp}. */
package ehpc.api.help;
