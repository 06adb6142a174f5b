package dev.lockstile.auth.otp;

/** Signing in with a one-time code. */
public interface CodeLogin {

    /**
     * Sends a code. The answer is the same whether or not somebody has the identifier; where nobody has, and sign-up by
     * code is off, nothing is sent. One transaction of its own; the message leaves after the commit.
     *
     * @param request where to send it, and the client it came from
     * @return the same answer whether or not somebody has the identifier, unless the host decided to expose it
     */
    CodeRequestResult request(CodeRequest request);

    /**
     * Signs in with a code. The attempt is counted and committed before the code is looked at, so a refusal stays
     * counted whatever the host rolls back; then one transaction of its own in which one of many winners goes on.
     *
     * @param attempt the code, where it was sent, and the client
     * @return who is in, what is wanted beside, or why nobody is in
     */
    CodeLoginResult verify(CodeAttempt attempt);
}
