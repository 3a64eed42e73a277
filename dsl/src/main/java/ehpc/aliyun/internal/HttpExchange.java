package ehpc.aliyun.internal;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpException;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.config.SocketConfig;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.DefaultHostnameVerifier;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.DefaultClientConnectionReuseStrategy;
import org.apache.http.impl.client.DefaultConnectionKeepAliveStrategy;
import org.apache.http.impl.conn.DefaultHttpClientConnectionOperator;
import org.apache.http.impl.conn.DefaultManagedHttpClientConnection;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.message.BasicHttpEntityEnclosingRequest;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.protocol.HttpCoreContext;
import org.apache.http.protocol.HttpRequestExecutor;
import org.apache.http.ssl.SSLContexts;
import org.apache.http.util.EntityUtils;

/**
 * Sends one request over HTTP/1.1 and returns its answer, each request at most once.
 *
 * <p>It uses the connection pool of the HTTP client that SDK Core includes, without the layers above it: these write request lines to a
 * log, follow redirects and answer challenges by sending again, and the JDK's clients repeat a GET whose connection broke. The connections
 * are of the kind that does not log.
 */
final class HttpExchange implements AutoCloseable {

    /** Connections to one host at the same time; further requests wait for one. */
    static final int CONNECTIONS = 64;

    // Shorter than the limit of servers and gateways, so that an idle connection is rarely closed during a request.
    private static final long KEEP_ALIVE_MILLIS = 5000;

    private final Timeouts timeouts;
    private final Map<String, String> environment;
    private final PoolingHttpClientConnectionManager pool;
    private final HttpRequestExecutor executor = new HttpRequestExecutor();
    private final AtomicLong connections = new AtomicLong();
    private final ExecutorService workers = Executors.newCachedThreadPool(HttpExchange::worker);
    private final Set<Exchange> underWay = ConcurrentHashMap.newKeySet();
    private ConnectionSocketFactory tls;
    private volatile boolean closed;

    HttpExchange(Timeouts timeouts, Map<String, String> environment) {
        this(timeouts, environment, CONNECTIONS);
    }

    HttpExchange(Timeouts timeouts, Map<String, String> environment, int connectionsPerHost) {
        this.timeouts = timeouts;
        this.environment = environment;
        this.pool = new PoolingHttpClientConnectionManager(
                new DefaultHttpClientConnectionOperator(this::socketFactory, null, null),
                (route, config) ->
                        new DefaultManagedHttpClientConnection("ehpc-" + connections.incrementAndGet(), 8192),
                -1,
                TimeUnit.MILLISECONDS);
        pool.setDefaultMaxPerRoute(connectionsPerHost);
        pool.setMaxTotal(4 * connectionsPerHost);
        pool.setValidateAfterInactivity(1);
        // Applies to the setup of a tunnel or TLS, which no other limit covers.
        pool.setDefaultSocketConfig(
                SocketConfig.custom().setSoTimeout(timeouts.connectMillis()).build());
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "ehpc-exchange");
        thread.setDaemon(true);
        return thread;
    }

    private synchronized ConnectionSocketFactory socketFactory(String scheme) {
        if (scheme.equals("http")) {
            return PlainConnectionSocketFactory.getSocketFactory();
        }
        if (tls == null) {
            tls = new SSLConnectionSocketFactory(SSLContexts.createDefault(), new DefaultHostnameVerifier());
        }
        return tls;
    }

    /** Loads the classes for the first request, without network access. */
    void prepare(boolean secure) {
        socketFactory(secure ? "https" : "http");
    }

    boolean closed() {
        return closed;
    }

    Timeouts timeouts() {
        return timeouts;
    }

    /** Returns the proxy on the way to an endpoint, or null. */
    Proxy proxy(Endpoint endpoint) {
        return Proxy.from(environment, endpoint).orElse(null);
    }

    /**
     * Sends a request and reads its complete answer. An interrupt of the calling thread, or closing, ends the waiting at once, whatever the
     * state of the network; a request that was not sent by then is never sent.
     *
     * @throws ExchangeFailed if no complete answer arrived; the exception states whether the request may have left
     */
    HttpAnswer exchange(Outgoing call) throws ExchangeFailed {
        if (Thread.currentThread().isInterrupted()) {
            throw new ExchangeFailed(false, new InterruptedException());
        }
        Proxy proxy = proxy(call.endpoint());
        HttpRoute route = route(call.endpoint(), proxy);
        Exchange exchange = new Exchange(call, proxy, route);
        try {
            return exchange.run(lease(route));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExchangeFailed(exchange.isSent(), e);
        } catch (IOException | HttpException | ExecutionException | IllegalStateException e) {
            throw new ExchangeFailed(exchange.isSent(), e);
        }
    }

    private static HttpRoute route(Endpoint to, Proxy proxy) {
        HttpHost target = new HttpHost(to.host(), to.port(), to.scheme());
        return proxy == null
                ? new HttpRoute(target, null, to.secure())
                : new HttpRoute(
                        target,
                        null,
                        new HttpHost(proxy.host(), proxy.port(), proxy.secure() ? "https" : "http"),
                        to.secure());
    }

    private HttpClientConnection lease(HttpRoute route) throws IOException, InterruptedException, ExecutionException {
        long patience = (long) timeouts.connectMillis() + timeouts.readMillis();
        return pool.requestConnection(route, null).get(patience, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closed = true;
        failAll();
        pool.shutdown();
        failAll(); // exchanges that began in between, without an open connection yet
        workers.shutdown();
    }

    private void failAll() {
        underWay.forEach(exchange -> exchange.fail(new IOException("closed")));
    }

    /** The state of an exchange: after it is given up, no byte of the request is sent. */
    private enum Stage {
        OPENING,
        SENT,
        GIVEN_UP
    }

    /** One request on one connection. A thread of its own uses the connection, so that the calling thread can stop waiting. */
    private final class Exchange {

        private final Outgoing call;
        private final Proxy proxy;
        private final HttpRoute route;
        private final HttpClientContext context = HttpClientContext.create();
        private final CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
        private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.OPENING);
        private long keepFor;

        Exchange(Outgoing call, Proxy proxy, HttpRoute route) {
            this.call = call;
            this.proxy = proxy;
            this.route = route;
        }

        boolean isSent() {
            return stage.get() == Stage.SENT;
        }

        /** Ends the waiting with this failure. */
        void fail(Exception why) {
            stage.compareAndSet(Stage.OPENING, Stage.GIVEN_UP);
            answer.completeExceptionally(why);
        }

        HttpAnswer run(HttpClientConnection connection) throws IOException, HttpException, InterruptedException {
            underWay.add(this);
            try {
                begin(connection);
                return answer.get();
            } catch (InterruptedException e) {
                fail(e);
                connection.shutdown();
                throw e;
            } catch (ExecutionException e) {
                throw rethrown(e.getCause());
            } finally {
                underWay.remove(this);
            }
        }

        private void begin(HttpClientConnection connection) throws IOException {
            try {
                workers.execute(() -> work(connection));
            } catch (RejectedExecutionException e) {
                release(connection);
                throw new IOException(e);
            }
        }

        private void work(HttpClientConnection connection) {
            try {
                answer.complete(talk(connection));
            } catch (IOException | HttpException | RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        }

        private static HttpException rethrown(Throwable cause) throws IOException {
            if (cause instanceof HttpException protocol) {
                return protocol;
            }
            if (cause instanceof RuntimeException unexpected) {
                throw unexpected;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw (IOException) cause;
        }

        private HttpAnswer talk(HttpClientConnection connection) throws IOException, HttpException {
            try {
                if (!connection.isOpen()) {
                    open(connection);
                }
                connection.setSocketTimeout(timeouts.readMillis());
                HttpRequest request = request();
                context.setAttribute(HttpCoreContext.HTTP_REQUEST, request);
                if (!stage.compareAndSet(Stage.OPENING, Stage.SENT)) {
                    throw new IOException("given up before it was sent");
                }
                return read(executor.execute(request, connection, context));
            } finally {
                release(connection);
            }
        }

        private void release(HttpClientConnection connection) throws IOException {
            try {
                if (keepFor == 0) {
                    connection.shutdown();
                }
            } finally {
                pool.releaseConnection(connection, null, Math.max(1, keepFor), TimeUnit.MILLISECONDS);
            }
        }

        private void open(HttpClientConnection connection) throws IOException, HttpException {
            pool.connect(connection, route, timeouts.connectMillis(), context);
            if (route.isTunnelled()) {
                HttpResponse answer = executor.execute(tunnel(), connection, context);
                int status = answer.getStatusLine().getStatusCode();
                if (status / 100 != 2) {
                    throw new ProxyRefusal(status);
                }
                pool.upgrade(connection, route, context);
            }
            pool.routeComplete(connection, route, context);
        }

        private HttpRequest tunnel() {
            String authority = call.endpoint().host() + ":" + call.endpoint().port();
            HttpRequest connect = new BasicHttpRequest("CONNECT", authority, HttpVersion.HTTP_1_1);
            connect.setHeader("Host", authority);
            proxy.authorization().ifPresent(value -> connect.setHeader("Proxy-Authorization", value));
            return connect;
        }

        private HttpRequest request() {
            var request = new BasicHttpEntityEnclosingRequest(call.method(), call.target(), HttpVersion.HTTP_1_1);
            call.headers().forEach(request::setHeader);
            request.setHeader("Host", call.endpoint().toString());
            request.setHeader("Connection", "keep-alive");
            if (call.body().length > 0 || !call.method().equals("GET")) {
                request.setHeader("Content-Length", String.valueOf(call.body().length));
                request.setEntity(new ByteArrayEntity(call.body()));
            }
            return request;
        }

        private HttpAnswer read(HttpResponse response) throws IOException {
            byte[] body = response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
            if (DefaultClientConnectionReuseStrategy.INSTANCE.keepAlive(response, context)) {
                long asked = DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(response, context);
                keepFor = asked < 0 ? KEEP_ALIVE_MILLIS : Math.min(asked, KEEP_ALIVE_MILLIS);
            }
            Map<String, String> headers = new TreeMap<>();
            for (var header : response.getAllHeaders()) {
                headers.put(header.getName(), header.getValue());
            }
            return new HttpAnswer(response.getStatusLine().getStatusCode(), headers, body);
        }
    }
}
