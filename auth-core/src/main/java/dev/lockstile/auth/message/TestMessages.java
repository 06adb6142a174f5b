package dev.lockstile.auth.message;

import dev.lockstile.auth.model.Channel;

/**
 * Sends a message on the way that codes take, to see whether the providers work before people depend on them. It is for
 * the operator: no endpoint calls it.
 */
@FunctionalInterface
public interface TestMessages {

    /**
     * Puts the text of a sign-in code into the outbox, with a code of zeros that opens nothing. Its own transaction.
     * The countries that may be reached, the budgets of messages and a limit of five tests an hour for a recipient
     * hold.
     *
     * @param channel how it is sent
     * @param recipient the number or address, in whatever spelling sign-in takes
     * @return the message in the outbox, or why none was put there; {@link MessageDispatcher#report} tells how far it
     *     has come
     */
    Result send(Channel channel, String recipient);

    /** What became of a request for a test message. */
    sealed interface Result {

        /**
         * It waits in the outbox.
         *
         * @param id of the message, as log lines and providers show it
         */
        record Queued(String id) implements Result {}

        /**
         * None was sent.
         *
         * @param why not
         */
        record Refused(Refusal why) implements Result {}
    }

    /** Why no test message is sent. */
    enum Refusal {
        /** The recipient is neither an e-mail address nor a number in international form, as the channel wants. */
        INVALID_RECIPIENT,
        /** The recipient got five tests in the last hour. */
        THROTTLED,
        /** Text messages to that country are not allowed, or a budget of messages is used up. */
        NOT_ALLOWED
    }
}
