package dev.lockstile.auth.login;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;

/**
 * A sign-in with a password.
 *
 * @param login e-mail address, phone number or user name
 * @param password as typed
 * @param client where the request comes from
 */
public record PasswordLogin(String login, Secret password, ClientInfo client) {

    @Override
    public String toString() {
        return "PasswordLogin[" + client.kind() + "]";
    }
}
