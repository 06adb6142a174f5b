package dev.lockstile.auth.account;

import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientEvidence;
import org.jspecify.annotations.Nullable;

/**
 * A request to register.
 *
 * @param identifiers the identifiers asked for, as typed; at least one
 * @param password in plain text; has to satisfy the policy
 * @param person names and other data of the first profile
 * @param termsAccepted whether the person accepts the terms
 * @param client language and address of the client
 * @param host values of the host's registration fields; written in the transaction that opens the account, before the
 *     hooks are asked
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
     * @param identifiers the identifiers asked for, as typed; at least one
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
     * The identifiers asked for.
     *
     * @param email null for none
     * @param phone null for none; with the country's prefix unless the host has set a region
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
     * @param language BCP 47 tag for messages; null takes the host's default
     * @param address as the host knows it
     * @param evidence what the client presents in addition to the request
     */
    public record RegistrationClient(
            @Nullable String language, @Nullable String address, ClientEvidence evidence) {

        /**
         * A client that shows nothing beside the request.
         *
         * @param language BCP 47 tag for messages; null takes the host's default
         * @param address as the host knows it; null shares a stricter limit
         */
        public RegistrationClient(@Nullable String language, @Nullable String address) {
            this(language, address, ClientEvidence.NONE);
        }
    }

    /**
     * An accepted registration. A message tells how to go on. Comes for a new account, for a taken identifier, for one
     * that waits for its proof and for a veto alike; only the work handed to {@link Registrations#register} learns which
     * account is new.
     *
     * @param registration for the client that registered alone, to be shown with the link of the message ({@link
     *     EmailConfirmation}); made in the same way where the identifier was taken, and worth nothing then
     * @param challengeId to be shown with the code of the message ({@link EmailConfirmation.ByCode}), for a taken
     *     address too; null where a phone number is registered, whose code signs in
     */
    public record Accepted(Secret registration, @Nullable String challengeId) {

        /**
         * Accepted, without a code to come.
         *
         * @param registration for the client that registered alone, to be shown with the link of the message
         */
        public Accepted(Secret registration) {
            this(registration, null);
        }
    }
}
