package dev.lockstile.auth.http;

import dev.lockstile.auth.factor.AccountFactors;
import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.model.RecoveryCodeSet;
import dev.lockstile.auth.model.TrustedBrowserState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Second factors that give the answers a test wants. */
record FactorFakes(Fakes fakes) implements SecondFactorLogin, SecondFactors, FactorAdministration {

    static void fill(Map<String, Object> answers) {
        List<Secret> codes = List.of(Secret.of("AAAA-BBBB-CCCC-DDDD-EEEE-FFFF"));
        answers.put("finish", Outcome.done(Samples.SIGN_IN));
        answers.put("view", Outcome.done(new SecondFactors.View(true, true, 0, 9, List.of("google"), 1)));
        answers.put(
                "beginTotp", Outcome.done(new TotpEnrolment("e1", Secret.of("ABCD"), Secret.of("otpauth://totp/x"))));
        answers.put("confirmTotp", Outcome.done(codes));
        answers.put("removeTotp", Outcome.done(true));
        answers.put("renewRecoveryCodes", Outcome.done(codes));
        answers.put("recoveryCodes", Outcome.done(new RecoveryCodeSet(9, Samples.NOW)));
        answers.put(
                "browsers",
                Outcome.done(List.of(new TrustedBrowserState("b1", "Firefox", Samples.NOW, Samples.NOW, Samples.NOW))));
        answers.put("forgetBrowser", Outcome.done(true));
        answers.put("resetFactors", FactorAdministration.Reset.DONE);
        answers.put("cancelReset", FactorAdministration.Reset.CANCELLED);
        answers.put("forgetBrowsers", Outcome.done(1));
    }

    @Override
    public Outcome<SignIn> finish(SecondFactorLogin.Attempt attempt) {
        return fakes.answer("finish", attempt);
    }

    @Override
    public Outcome<SecondFactors.View> view(Caller caller) {
        return fakes.answer("view", caller);
    }

    @Override
    public Outcome<TotpEnrolment> beginTotp(Caller caller) {
        return fakes.answer("beginTotp", caller);
    }

    @Override
    public Outcome<List<Secret>> confirmTotp(Caller caller, String enrolmentId, Secret code) {
        return fakes.answer("confirmTotp", caller, enrolmentId, code);
    }

    @Override
    public Outcome<Boolean> removeTotp(Caller caller) {
        return fakes.answer("removeTotp", caller);
    }

    @Override
    public Outcome<List<Secret>> renewRecoveryCodes(Caller caller) {
        return fakes.answer("renewRecoveryCodes", caller);
    }

    @Override
    public Outcome<RecoveryCodeSet> recoveryCodes(Caller caller) {
        return fakes.answer("recoveryCodes", caller);
    }

    @Override
    public Outcome<List<TrustedBrowserState>> browsers(Caller caller) {
        return fakes.answer("browsers", caller);
    }

    @Override
    public Outcome<Boolean> forgetBrowser(Caller caller, String browserId) {
        return fakes.answer("forgetBrowser", caller, browserId);
    }

    @Override
    public Outcome<Integer> forgetBrowsers(Caller caller) {
        return fakes.answer("forgetBrowsers", caller);
    }

    @Override
    public Outcome<TotpEnrolment> enrol(Secret challengeId) {
        return fakes.answer("beginTotp", challengeId);
    }

    @Override
    public FactorAdministration.Reset resetAs(Caller caller, String login, String reference) {
        return fakes.answer("resetFactors", caller, login, reference);
    }

    @Override
    public FactorAdministration.Reset cancelAs(Caller caller, String login, String reference) {
        return fakes.answer("cancelReset", caller, login, reference);
    }

    @Override
    public FactorAdministration.Reset resetAs(Caller caller, UserId user, String reference) {
        throw new UnsupportedOperationException("no endpoint calls this");
    }

    @Override
    public FactorAdministration.Reset cancelAs(Caller caller, UserId user, String reference) {
        throw new UnsupportedOperationException("no endpoint calls this");
    }

    @Override
    public FactorAdministration.Reset reset(UserId user, String reference) {
        throw new UnsupportedOperationException("no endpoint calls this");
    }

    @Override
    public FactorAdministration.Reset reset(String login, String reference) {
        throw new UnsupportedOperationException("no endpoint calls this");
    }

    @Override
    public boolean cancel(String login, String reference) {
        return false;
    }

    @Override
    public SecondFactors.Served served() {
        return new SecondFactors.Served(true, true, true);
    }

    @Override
    public List<String> stepUpMethods(Caller caller) {
        return List.of("totp", "recovery_code");
    }

    @Override
    public Optional<AccountFactors> factors(UserId user) {
        throw new UnsupportedOperationException("no endpoint calls this");
    }
}
