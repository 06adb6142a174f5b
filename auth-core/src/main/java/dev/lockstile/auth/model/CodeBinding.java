package dev.lockstile.auth.model;

import org.jspecify.annotations.Nullable;

/**
 * What a code is good for: this challenge, this purpose, this channel, exactly this recipient (ASVS 6.6.2).
 *
 * @param challengeId public name of the code, which a client sends with it
 * @param purpose what it is good for
 * @param channel how it was sent
 * @param recipientKey key of the canonical identifier the code was sent to
 * @param user the user it was made for; null when nobody owned the identifier
 */
public record CodeBinding(
        String challengeId,
        CodePurpose purpose,
        Channel channel,
        String recipientKey,
        @Nullable UserId user) {}
