package dev.lockstile.auth.email.smtp;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The server and the sender. TLS with a certificate of the server's own name is required unless {@link
 * #allowClearText()} is called.
 *
 * @param host the server's name, for which its certificate has to be
 * @param port 1 to 65535
 * @param from the sender, with or without a name: {@code Acme <no-reply@acme.example>}
 * @param security how the connection is protected
 * @param login null for a server that asks for none
 * @param trust null for the authorities that Java trusts; else those of a private authority
 * @param limit for all of a message: connecting, signing in, handing over
 */
public record SmtpSettings(
        String host,
        int port,
        String from,
        Security security,
        @Nullable Login login,
        @Nullable SSLSocketFactory trust,
        Duration limit) {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_LIMIT = Duration.ofSeconds(20);

    /**
     * Checks the values.
     *
     * @param host the server's name
     * @param port 1 to 65535
     * @param from the sender, with or without a name: {@code Acme <no-reply@acme.example>}
     * @param security how the connection is protected
     * @param login null for a server that asks for none
     * @param trust null for the authorities that Java trusts
     * @param limit for all of a message: connecting, signing in, handing over
     * @throws IllegalArgumentException when a value cannot be what it should be
     */
    public SmtpSettings {
        require(!host.isBlank() && host.chars().noneMatch(Character::isISOControl), "the host is not a name");
        require(port > 0 && port < 65536, "the port is none");
        require(isSender(from), "from is not one sender");
        require(security != Security.CLEAR || login == null || isHere(host), "a password must not travel in clear");
        require(
                !limit.isNegative() && !limit.isZero() && limit.compareTo(LONGEST_LIMIT) <= 0,
                "the limit is 20 s at most");
    }

    /**
     * {@return settings for STARTTLS on port 587, without signing in, with 5 seconds for a message}
     *
     * @param host the server's name, for which its certificate has to be
     * @param from the sender, with or without a name: {@code Acme <no-reply@acme.example>}
     */
    public static SmtpSettings of(String host, String from) {
        return new SmtpSettings(host, 587, from, Security.STARTTLS, null, null, LIMIT);
    }

    /**
     * {@return the same with a login; never one in clear text, unless the server is on this machine}
     *
     * @param user as the server knows it
     * @param password never printed
     */
    public SmtpSettings withLogin(String user, String password) {
        return new SmtpSettings(host, port, from, security, new Login(user, password), trust, limit);
    }

    /**
     * {@return the same with another port}
     *
     * @param newPort 1 to 65535
     */
    public SmtpSettings withPort(int newPort) {
        return new SmtpSettings(host, newPort, from, security, login, trust, limit);
    }

    /** {@return the same with TLS from the first byte, on port 465} */
    public SmtpSettings withImplicitTls() {
        return new SmtpSettings(host, 465, from, Security.TLS, login, trust, limit);
    }

    /**
     * {@return the same for a server with a certificate of a private authority}
     *
     * @param sockets trusts that authority; takes the place of what Java trusts
     */
    public SmtpSettings trusting(SSLSocketFactory sockets) {
        return new SmtpSettings(host, port, from, security, login, sockets, limit);
    }

    /**
     * {@return the same with another limit for all of a message than 5 seconds}
     *
     * @param newLimit more than zero, at most 20 seconds
     */
    public SmtpSettings withLimit(Duration newLimit) {
        return new SmtpSettings(host, port, from, security, login, trust, newLimit);
    }

    /**
     * {@return the same in clear: codes and links can be read on the way} A password is refused unless the server is on
     * this machine.
     */
    public SmtpSettings allowClearText() {
        return new SmtpSettings(host, port, from, Security.CLEAR, login, trust, limit);
    }

    InternetAddress sender() {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalStateException("checked when the settings were made", e);
        }
    }

    private static boolean isSender(String from) {
        try {
            return from.chars().noneMatch(Character::isISOControl)
                    && InternetAddress.parse(from, true).length == 1
                    && new InternetAddress(from, true).getAddress().indexOf('@') > 0;
        } catch (AddressException e) {
            return false;
        }
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + ", " + security + "]";
    }

    /** How the connection is protected. */
    public enum Security {
        /** Begins in clear and must become TLS before anything is told (RFC 3207); usually port 587. */
        STARTTLS,
        /** TLS from the first byte (RFC 8314 3.3, recommended); usually port 465. */
        TLS,
        /** In clear: only for a server on this machine or for tests. */
        CLEAR
    }

    /**
     * Who signs in to the server.
     *
     * @param user as the server knows it
     * @param password never printed
     */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return "SmtpLogin[hidden]";
        }
    }
}
