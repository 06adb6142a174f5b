package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.internal.social.SocialDecision.Cell;
import dev.lockstile.auth.internal.social.SocialVerification.Vouched;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialLogin.SocialClaim;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;

/** Tells what a sign-in would do; nothing is written, no user is imported, and no code is redeemed. */
record SocialPrecheckFlow(
        FlowContext context, SocialSites sites, SocialVerification verification, SessionOpener opener) {

    SocialLogin.Precheck run(SocialClaim claim, Instant now) {
        if (claim.proof() instanceof SocialProof.Code) {
            throw SocialRefusedException.of(Refusal.CODE_NOT_CHECKED);
        }
        Vouched vouched = verification.verify(claim, null, now);
        boolean opens = sites.settings().signUp() && !new ImportedOwners(context).isReserved(vouched);
        SocialDecision decision = context.store().read(tx -> SocialDecision.of(tx, vouched, context, opens));
        Cell cell = decision.cell();
        StoredUser user = decision.user();
        boolean acts = user != null && user.info().status().mayAct() && !decision.isRevoked(vouched.begunAt());
        boolean enters =
                (cell == Cell.SIGN_UP || acts) && (context.isRecent(vouched.provenAt(), now) || !opener.enrols(user));
        return new SocialLogin.Precheck(
                vouched.provider().name(),
                vouched.person().email(),
                vouched.person().emailVerified(),
                cell == Cell.LINKED,
                decision.joins(),
                cell == Cell.SIGN_UP,
                enters);
    }
}
