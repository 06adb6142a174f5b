package dev.lockstile.auth.message;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;

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
     * @return the id of the message in the outbox, as log lines and providers show it ({@link MessageDispatcher#report}
     *     tells how far it has come); else {@link Refusal#INVALID_INPUT} for a recipient that is neither an e-mail
     *     address nor a number in international form, {@link Refusal#THROTTLED} after five tests in an hour, {@link
     *     Refusal#FORBIDDEN} for a country that text messages may not reach, and where a budget of messages is used up
     */
    Outcome<String> send(Channel channel, String recipient);
}
