package dev.lockstile.auth.otp;

/**
 * Signing in by a link in an e-mail, or by the code beside it. Both are bound to whoever asked: a stranger who reads or
 * forwards the message, and a browser that merely opens the link, get nothing by it and use nothing up. Off unless
 * {@code LinkSettings.allowLogin} says where the links lead.
 */
public interface LinkLogin {

    /**
     * Sends a link and a code of eight digits to a proven address; both live for ten minutes and one use ends both. The
     * answer and the work are the same whether or not somebody has the address. A newer one ends the older. One transaction
     * of its own; the message leaves after the commit.
     *
     * @param request where to send it, and the client it came from
     * @return the same answer whether or not somebody has the address
     */
    LinkLoginRequestResult request(LinkLoginRequest request);

    /**
     * Signs in whoever asked. The attempt is counted and committed before the proof is looked at; then one transaction of its
     * own in which one of many right attempts wins. Five attempts a request, over all nodes.
     *
     * @param attempt what the message said, and the client
     * @return who is in, what is wanted beside, or why nobody is in
     */
    LinkLoginResult confirm(LinkLoginAttempt attempt);
}
