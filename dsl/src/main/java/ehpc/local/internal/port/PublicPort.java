package ehpc.local.internal.port;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** The port of the service: open, or closed so that connections are refused. Not thread-safe. */
final class PublicPort implements AutoCloseable {

    private static final int BACKLOG = 1024;

    private final Selector selector;
    private final InetSocketAddress address;
    private ServerSocketChannel acceptor;
    private SocketChannel reservation;

    /**
     * @param port 0 for a free one
     */
    PublicPort(int port, Selector selector) throws IOException {
        this.selector = selector;
        listen(Relay.loopback(port));
        this.address = (InetSocketAddress) acceptor.getLocalAddress();
    }

    InetSocketAddress address() {
        return address;
    }

    /** Returns the next connection, or null if none waits. */
    SocketChannel accept() throws IOException {
        return acceptor == null ? null : acceptor.accept();
    }

    /** Refuses connections from now on. */
    void shut() throws IOException {
        if (acceptor != null) {
            acceptor.close();
            acceptor = null;
            // A channel is closed only after the selector has released it.
            selector.selectNow();
            reserve();
        }
    }

    /** Keeps the port with a socket that does not listen: connections are refused, and no other process gets the port. */
    private void reserve() throws IOException {
        reservation = SocketChannel.open();
        reservation.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        reservation.bind(address);
    }

    /** Accepts connections again. */
    void reopen() throws IOException {
        if (acceptor == null) {
            listen(address);
            reservation.close();
        }
    }

    private void listen(InetSocketAddress at) throws IOException {
        ServerSocketChannel opened = ServerSocketChannel.open();
        try {
            opened.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            opened.bind(at, BACKLOG);
            opened.configureBlocking(false);
            opened.register(selector, SelectionKey.OP_ACCEPT);
            acceptor = opened;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (acceptor != null) {
            acceptor.close();
        }
        if (reservation != null) {
            reservation.close();
        }
    }
}
