package dev.lockstile.auth.internal.login;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.session.RepeatedForms;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.internal.token.RefreshTokens;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.login.PasswordLogin.ProfileSwitch;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.util.List;

/** The flows behind the login service. */
public final class LoginFlows implements PasswordLogin {

    private final PasswordLoginFlow passwordLogin;
    private final RepeatedForms repeated;
    private final RequiredPasswordFlow requiredPassword;
    private final ProfileSwitchFlow profileSwitch;
    private final OperationEvents operations;

    public LoginFlows(FlowContext context, RefreshTokens tokens, SessionOpener opener) {
        this.repeated = new RepeatedForms(context, opener);
        this.passwordLogin = new PasswordLoginFlow(context, opener);
        this.requiredPassword = new RequiredPasswordFlow(context, opener);
        this.operations = new OperationEvents(context);
        this.profileSwitch = new ProfileSwitchFlow(context, tokens, opener);
    }

    @Override
    public Outcome<SignIn> signIn(PasswordLogin.Request login) {
        return operations.over(Operation.SIGN_IN, () -> signInOnce(login));
    }

    private Outcome<SignIn> signInOnce(PasswordLogin.Request login) {
        return repeated.answer(
                login.client(),
                List.of("password", login.login(), login.password().reveal()),
                client -> passwordLogin.run(new PasswordLogin.Request(login.login(), login.password(), client)));
    }

    @Override
    public Outcome<SignIn> replacePassword(PasswordReplacement replacement) {
        return operations.over(Operation.PASSWORD_CHANGE, () -> replaceOnce(replacement));
    }

    private Outcome<SignIn> replaceOnce(PasswordReplacement replacement) {
        List<String> typed = List.of(
                "replaced password",
                replacement.ticket().reveal(),
                replacement.newPassword().reveal());
        return repeated.answer(
                replacement.client(),
                typed,
                client -> requiredPassword.run(
                        new PasswordReplacement(replacement.ticket(), replacement.newPassword(), client)));
    }

    @Override
    public Outcome<SignIn> switchProfile(Caller caller, ProfileSwitch requested) {
        return operations.over(Operation.PROFILE_SWITCH, caller, () -> profileSwitch.run(caller, requested));
    }
}
