package dev.lockstile.auth.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stands before a server and holds each of its answers back for a while. */
final class SlowProxy implements AutoCloseable {

    private final ServerSocket front;
    private final int behind;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile long delayMillis;

    SlowProxy(int behind) throws IOException {
        this.behind = behind;
        this.front = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return front.getLocalPort();
    }

    void delay(long millis) {
        delayMillis = millis;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = front.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
            daemon(() -> pass(client, server, false));
            daemon(() -> pass(server, client, true));
        }
    }

    private void pass(Socket from, Socket to, boolean slowly) throws IOException, InterruptedException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8_192];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (slowly && closed.await(delayMillis, TimeUnit.MILLISECONDS)) {
                    return;
                }
                out.write(bytes, 0, count);
                out.flush();
            }
        }
    }

    private static void daemon(Passing work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException e) {
                // one of the two has hung up, or the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        front.close();
    }

    private interface Passing {
        void run() throws IOException, InterruptedException;
    }
}
