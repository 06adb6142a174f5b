package dev.lockstile.auth.email.smtp;

/**
 * Who signs in to the server.
 *
 * @param user as the server knows it
 * @param password never printed
 */
public record SmtpLogin(String user, String password) {

    @Override
    public String toString() {
        return "SmtpLogin[hidden]";
    }
}
