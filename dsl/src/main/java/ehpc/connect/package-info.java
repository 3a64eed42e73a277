/**
 * From what a person set to an account that can be used. {@link ehpc.connect.Connection#open} leads to the service,
 * {@link ehpc.connect.Connection#local} starts one on this machine.
 *
 * <p>This is the one place that knows both the transport over the SDK and the local service, so that nothing else has to.
 */
package ehpc.connect;
