package dev.lockstile.auth.internal.login;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.internal.token.RefreshTokens;
import dev.lockstile.auth.login.LoginResult;
import dev.lockstile.auth.login.LoginService;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;

/** The flows behind the login service. */
public final class LoginFlows implements LoginService {

    private final PasswordLoginFlow passwordLogin;
    private final ProfileSwitchFlow profileSwitch;

    public LoginFlows(FlowContext context, RefreshTokens tokens, SessionOpener opener) {
        this.passwordLogin = new PasswordLoginFlow(context, opener);
        this.profileSwitch = new ProfileSwitchFlow(context, tokens, opener);
    }

    @Override
    public LoginResult signIn(PasswordLogin login) {
        return passwordLogin.run(login);
    }

    @Override
    public LoginResult switchProfile(Caller caller, ProfileId profile, ClientInfo client) {
        return profileSwitch.run(caller, profile, client);
    }
}
