package dev.lockstile.auth.account;

import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientEvidence;
import org.jspecify.annotations.Nullable;

/**
 * A request to register.
 *
 * @param identifiers the chosen identifiers, as typed; at least one
 * @param password in plain text; has to satisfy the policy
 * @param person names and other data of the first profile
 * @param termsAccepted whether the person accepts the terms
 * @param client language and address of the client
 * @param host values of the host's registration fields; written in the transaction that opens the account, before
 *     the hooks are called
 */
public record Registration(
        Identifiers identifiers,
        Secret password,
        Person person,
        boolean termsAccepted,
        RegistrationClient client,
        HostValues host) {

    /**
     * Creates it without values of the host's own fields.
     *
     * @param identifiers the chosen identifiers, as typed; at least one
     * @param password in plain text; has to satisfy the policy
     * @param person names and other data of the first profile
     * @param termsAccepted whether the person accepts the terms
     * @param client language and address of the client
     */
    public Registration(
            Identifiers identifiers, Secret password, Person person, boolean termsAccepted, RegistrationClient client) {
        this(identifiers, password, person, termsAccepted, client, HostValues.NONE);
    }

    /**
     * {@return a copy with these values of the host's registration fields}
     *
     * @param values replace those of this registration
     */
    public Registration withHost(HostValues values) {
        return new Registration(identifiers, password, person, termsAccepted, client, values);
    }

    /**
     * The chosen identifiers.
     *
     * @param email null for none
     * @param phone null for none; with the country's calling code unless the host has set a region
     * @param username null for none
     */
    public record Identifiers(
            @Nullable String email,
            @Nullable String phone,
            @Nullable String username) {

        @Override
        public String toString() {
            return "Identifiers[hidden]";
        }
    }

    /**
     * The client that registers.
     *
     * @param language BCP 47 tag of the language of messages; null for the host's default
     * @param address as the host knows it
     * @param evidence what the client presents in addition to the request
     */
    public record RegistrationClient(
            @Nullable String language, @Nullable String address, ClientEvidence evidence) {

        /**
         * Creates a client without evidence.
         *
         * @param language BCP 47 tag of the language of messages; null for the host's default
         * @param address the client's IP address as determined by the host; null where it is not known, which
         *     applies a stricter shared limit
         */
        public RegistrationClient(@Nullable String language, @Nullable String address) {
            this(language, address, ClientEvidence.NONE);
        }
    }

    /**
     * An accepted registration; a message explains the next step. The answer is the same for a new account, a taken
     * identifier, one that is not verified yet and a veto. Only the function given to {@link Registrations#register}
     * learns that an account is new.
     *
     * @param registration a secret that the client keeps and sends with the link of the message
     *     ({@link EmailConfirmation}); also generated, without effect, where the identifier was taken
     * @param challengeId sent by the client with the code of the message ({@link EmailConfirmation.ByCode}), for a
     *     taken address too; null for a phone number, whose code signs in
     */
    public record Accepted(Secret registration, @Nullable String challengeId) {

        /**
         * Creates an answer without a challenge.
         *
         * @param registration a secret that the client keeps and sends with the link of the message
         */
        public Accepted(Secret registration) {
            this(registration, null);
        }
    }
}
