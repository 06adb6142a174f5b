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
 * @param password in clear; has to pass the policy
 * @param person names and so on of the first profile
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
     * Without values of the host's own fields.
     *
     * @param identifiers the identifiers asked for, as typed; at least one
     * @param password in clear; has to pass the policy
     * @param person names and so on of the first profile
     * @param termsAccepted whether the person accepts the terms
     * @param client language and address of the client
     */
    public Registration(
            Identifiers identifiers, Secret password, Person person, boolean termsAccepted, RegistrationClient client) {
        this(identifiers, password, person, termsAccepted, client, HostValues.NONE);
    }

    /**
     * {@return the same with these values of the host's registration fields}
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
     * @param evidence what the client shows beside the request
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
}
