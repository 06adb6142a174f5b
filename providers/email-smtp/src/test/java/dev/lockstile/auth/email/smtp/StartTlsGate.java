package dev.lockstile.auth.email.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Puts STARTTLS (RFC 3207) before a mail server that does not know it, GreenMail: speaks in clear up to the change,
 * then hands what it decrypts on. Keeps what was said in clear.
 */
final class StartTlsGate implements AutoCloseable {

    final List<String> saidInClear = new CopyOnWriteArrayList<>();

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final SSLContext tls;
    private final int behind;

    StartTlsGate(SSLContext tls, int behind) throws IOException {
        this.tls = tls;
        this.behind = behind;
        daemon(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                talk(client);
            } catch (IOException e) {
                // the client went away, as in the tests of bad certificates
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "220 gate");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            saidInClear.add(line);
            if (line.startsWith("EHLO")) {
                say(client, "250-gate\r\n250 STARTTLS");
            } else if (line.equals("STARTTLS")) {
                say(client, "220 go ahead");
                pass(client);
                return;
            } else {
                say(client, "530 5.7.0 TLS first");
            }
        }
    }

    private void pass(Socket client) throws IOException {
        try (SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), false);
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            secure.setUseClientMode(false);
            secure.startHandshake();
            skipGreeting(server.getInputStream());
            daemon(() -> copy(server, secure));
            secure.getInputStream().transferTo(server.getOutputStream());
        }
    }

    private static void skipGreeting(InputStream in) throws IOException {
        int next = in.read();
        while (next >= 0 && next != '\n') {
            next = in.read();
        }
    }

    private static void copy(Socket from, Socket to) {
        try (OutputStream out = to.getOutputStream()) {
            from.getInputStream().transferTo(out);
        } catch (IOException e) {
            // one end has hung up
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
