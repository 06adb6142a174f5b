package dev.lockstile.auth.imports.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands before a server and hands everything on, until it is told to fall silent with its connections open. */
public final class SilentProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final int server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    /** @param server its port on this machine */
    public SilentProxy(int server) {
        this.server = server;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** One that has never said a word. */
    public static SilentProxy silent() {
        SilentProxy proxy = new SilentProxy(0);
        proxy.fallSilent();
        return proxy;
    }

    public int port() {
        return listener.getLocalPort();
    }

    public void fallSilent() {
        silent = true;
    }

    @Override
    public void close() {
        open.forEach(SilentProxy::end);
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                open.add(client);
                if (!silent) {
                    Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                    open.add(behind);
                    start(() -> pump(client, behind));
                    start(() -> pump(behind, client));
                }
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] part = new byte[8192];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                if (!silent) {
                    out.write(part, 0, read);
                    out.flush();
                }
            }
            end(to);
        } catch (IOException e) {
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "silent-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
