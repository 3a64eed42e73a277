/**
 * The page of an operation for people, made of the catalogue. Start at {@link ehpc.api.help.OperationHelp}.
 */
package ehpc.api.help;
