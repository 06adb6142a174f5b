package dev.lockstile.auth.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Sends bytes that no decent client would. */
final class RawSocket implements AutoCloseable {

    private final Socket socket;
    private int sent;

    RawSocket(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(15_000);
    }

    RawSocket send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawSocket send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends until all is sent or the server has had enough. */
    RawSocket sendAsMuchAsPossible(byte[] chunk, int times) {
        for (int i = 0; i < times && accepts(chunk); i++) {
            sent++;
        }
        return this;
    }

    /** How many pieces were taken. */
    int sent() {
        return sent;
    }

    private boolean accepts(byte[] chunk) {
        try {
            send(chunk);
            return true;
        } catch (IOException e) {
            // The server closed while we were sending: that is what such a test is about.
            return false;
        }
    }

    /** The head of the answer and what of its body came with it; empty when the connection is just closed. */
    String answer() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[4096];
        while (!isWhole(all.toString(StandardCharsets.UTF_8))) {
            int count = in.read(buffer);
            if (count < 0) {
                break;
            }
            all.write(buffer, 0, count);
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** True when the server closes the connection. */
    boolean isClosedByServer() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }

    private static boolean isWhole(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        String length = text.replaceAll("(?is)^.*?\\r\\ncontent-length: *(\\d+).*$", "$1");
        return length.matches("\\d+")
                && text.substring(end + 4).getBytes(StandardCharsets.UTF_8).length >= Integer.parseInt(length);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
