/**
 * The nodes of a cluster. Start at {@link ehpc.node.NodeSet}: some nodes in order, which can be narrowed and combined;
 * {@link ehpc.node.NodeNames} folds their names into a short text and back. No type here asks the service.
 */
package ehpc.node;
