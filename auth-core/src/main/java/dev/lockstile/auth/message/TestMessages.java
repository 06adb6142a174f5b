package dev.lockstile.auth.message;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;

/** Sends a test message in the same way as codes, to check the providers. For operators: no endpoint calls it. */
@FunctionalInterface
public interface TestMessages {

    /**
     * Puts the text of a sign-in code into the outbox, with an invalid code of zeros. One transaction of its own. The
     * allowed countries, the limits on messages and a limit of five tests per hour and recipient apply.
     *
     * @param channel by which it is sent
     * @param recipient the number or address, in any spelling that sign-in accepts
     * @return the id of the message in the outbox, for {@link MessageDispatcher#report}; or
     *     {@link Refusal#INVALID_INPUT} for a recipient that is neither an e-mail address nor a number in international
     *     form, {@link Refusal#THROTTLED} after five tests in an hour, {@link Refusal#FORBIDDEN} for a country that is
     *     not allowed for text messages, and where a limit on messages is reached
     */
    Outcome<String> send(Channel channel, String recipient);
}
