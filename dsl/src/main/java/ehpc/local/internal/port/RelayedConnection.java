package ehpc.local.internal.port;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A client's connection and the connection to the server behind it. Confined to the thread of the relay, except for {@link #endBy}. */
final class RelayedConnection {

    private final SocketChannel client;
    private final SocketChannel server;
    private final SelectionKey clientKey;
    private final SelectionKey serverKey;
    private final SocketAddress serverSide;
    private final ByteFlow requests;
    private final ByteFlow answers;
    private boolean requestsEnded;
    private volatile Ending ending = Ending.PLAIN;

    RelayedConnection(SocketChannel client, SocketChannel server, Selector selector) throws IOException {
        this.client = client;
        this.server = server;
        prepare(client);
        prepare(server);
        clientKey = client.register(selector, SelectionKey.OP_READ, this);
        serverKey = server.register(selector, SelectionKey.OP_READ, this);
        serverSide = server.getLocalAddress();
        requests = new ByteFlow(client, server);
        answers = new ByteFlow(server, client);
    }

    /** Returns the address of the client as the server sees it. */
    SocketAddress serverSide() {
        return serverSide;
    }

    private static void prepare(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    /** Decides how it ends; called before the server answers. */
    void endBy(Ending how) {
        ending = how;
    }

    /** Moves the bytes of a side that is ready; returns false if the connection has ended. */
    boolean move(SelectionKey ready) {
        try {
            if (ending == Ending.RESET_BY_NEXT_REQUEST && ready == clientKey && ready.isReadable()) {
                reset();
                return false;
            }
            requests.move();
            answers.move();
            if (requests.isComplete() && !requestsEnded) {
                requestsEnded = true;
                server.shutdownOutput();
            }
            if (answers.isComplete()) {
                end();
                return false;
            }
            clientKey.interestOps(interest(requests, answers));
            serverKey.interestOps(interest(answers, requests));
            return true;
        } catch (IOException e) {
            close();
            return false;
        }
    }

    private static int interest(ByteFlow out, ByteFlow in) {
        return (out.wantsToRead() ? SelectionKey.OP_READ : 0) | (in.wantsToWrite() ? SelectionKey.OP_WRITE : 0);
    }

    private void end() throws IOException {
        if (ending == Ending.RESET) {
            reset();
        } else {
            close();
        }
    }

    /** Closes the client's connection with a reset instead of an end. */
    private void reset() throws IOException {
        client.setOption(StandardSocketOptions.SO_LINGER, 0);
        close();
    }

    void close() {
        close(client);
        close(server);
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is closed anyway.
        }
    }
}
