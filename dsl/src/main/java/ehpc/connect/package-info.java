/**
 * Connects to an account with the user's settings. {@link ehpc.connect.Connection#open} connects to the service, {@link
 * ehpc.connect.Connection#local} starts a local one.
 *
 * <p>Only this package knows both the transport over the SDK and the local service.
 */
package ehpc.connect;
