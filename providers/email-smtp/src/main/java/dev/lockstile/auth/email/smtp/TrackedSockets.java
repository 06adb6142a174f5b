package dev.lockstile.auth.email.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The one socket of a message, kept in sight so that it can be closed from outside: the mail library bounds each read,
 * not their sum, and a server that drips its answers would hold a thread for ever.
 */
final class TrackedSockets {

    private @Nullable Socket open;
    private boolean over;

    /** Ends the connection, and any that is opened from now on. */
    synchronized void close() {
        over = true;
        if (open != null) {
            try {
                open.setSoLinger(true, 0); // else TLS says goodbye first, and waits for a stuck write
                open.close();
            } catch (IOException e) {
                // it is gone, as wanted
            }
        }
    }

    synchronized boolean isOver() {
        return over;
    }

    private synchronized Socket keep(Socket socket) throws IOException {
        if (over) {
            socket.close();
            throw new SocketException("the time is up");
        }
        open = socket;
        return socket;
    }

    /** For a connection that begins in clear. */
    SocketFactory plain() {
        return new Plain();
    }

    /** For a connection that is TLS from the first byte, and for the change to TLS. */
    SSLSocketFactory over(SSLSocketFactory trust) {
        return new Secure(trust);
    }

    private final class Plain extends SocketFactory {

        @Override
        public Socket createSocket() throws IOException {
            return keep(new Socket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return keep(new Socket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return keep(new Socket(host, port, from, fromPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return keep(new Socket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return keep(new Socket(host, port, from, fromPort));
        }
    }

    private final class Secure extends SSLSocketFactory {

        private final SSLSocketFactory trust;

        Secure(SSLSocketFactory trust) {
            this.trust = trust;
        }

        @Override
        public Socket createSocket() throws IOException {
            return keep(trust.createSocket());
        }

        /** The socket beneath is kept already, and closing it ends this one. */
        @Override
        public Socket createSocket(Socket beneath, String host, int port, boolean autoClose) throws IOException {
            return trust.createSocket(beneath, host, port, autoClose);
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return keep(trust.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return keep(trust.createSocket(host, port, from, fromPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return keep(trust.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return keep(trust.createSocket(host, port, from, fromPort));
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return trust.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return trust.getSupportedCipherSuites();
        }
    }
}
