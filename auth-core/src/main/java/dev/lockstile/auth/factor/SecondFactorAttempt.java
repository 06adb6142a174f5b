package dev.lockstile.auth.factor;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;

/**
 * The second step of a sign-in.
 *
 * @param challengeId as {@link SecondFactorChallenge#id()} gave it
 * @param proof what is shown as the second factor
 * @param client of the same kind as in the first step
 * @param trustBrowser leaves the second factor out at the next sign-ins in this browser, where the host allows it
 */
public record SecondFactorAttempt(Secret challengeId, FactorProof proof, ClientInfo client, boolean trustBrowser) {}
