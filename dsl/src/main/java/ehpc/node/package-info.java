/**
 * The nodes of a cluster. Start at {@link ehpc.node.NodeSet}: an ordered set of nodes with selections and operators.
 * {@link ehpc.node.NodeNames} folds names into a short text and back. No type of this package calls the service.
 */
package ehpc.node;
