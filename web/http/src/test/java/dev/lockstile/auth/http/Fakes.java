package dev.lockstile.auth.http;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountInfo;
import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.account.DataExport;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.InvitationAdministration;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.PendingChange;
import dev.lockstile.auth.account.PasswordChanges;
import dev.lockstile.auth.account.PasswordChanges.PasswordSet;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.account.Profiles.PictureChange;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.account.Registrations;
import dev.lockstile.auth.admin.AccountDirectory;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.hook.Verdict;
import dev.lockstile.auth.http.internal.endpoint.Services;
import dev.lockstile.auth.impersonation.Impersonation;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.login.PasswordLogin.ProfileSwitch;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.role.RoleInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.setting.SettingAdministration;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions;
import dev.lockstile.auth.token.Sessions.RefreshClient;
import dev.lockstile.auth.token.Sessions.SessionView;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Services that answer what a test told them to, and keep what they were asked. */
final class Fakes implements PasswordLogin, CodeLogin, Registrations, PasswordChanges, Sessions, StepUp {

    /** The one access token that is valid. */
    static final String ACCESS = "good.access.token";

    private final Map<String, Object> answers = new HashMap<>();
    private final List<Object> asked = Collections.synchronizedList(new ArrayList<>());

    Fakes() {
        answers.put("signIn", Outcome.done(Samples.SIGN_IN));
        answers.put("setTemporaryPasswordAs", Outcome.done(Secret.of("abcd-efgh")));
        answers.put(
                "invitations",
                Outcome.done(List.of(new InvitationAdministration.Invitation(
                        Samples.USER.id(), "ana@example.com", Instant.EPOCH, Instant.EPOCH))));
        answers.put("endAllSessionsAs", Outcome.done(3));
        answers.put("switchProfile", Outcome.done(Samples.SIGN_IN));
        answers.put("request", Outcome.done(new CodeLogin.Sent("challenge-1", Channel.SMS, true)));
        answers.put("verify", Outcome.done(Samples.SIGN_IN));
        answers.put("register", Outcome.done(new Registration.Accepted(Secret.of("the.secret"), "challenge-3")));
        answers.put("confirmEmail", Outcome.done(new EmailConfirmation.Proven()));
        answers.put("resendConfirmation", Outcome.done("challenge-3"));
        answers.put("me", Outcome.done(new AccountInfo(Samples.USER, List.of(Samples.PROFILE), Samples.PROFILE)));
        answers.put("requestReset", Outcome.done(true));
        answers.put("confirmReset", Outcome.done(new PasswordSet()));
        answers.put("change", Outcome.done(new PasswordSet()));
        answers.put("refresh", Outcome.done(Samples.TOKENS));
        answers.put("list", List.of(Samples.SESSION));
        answers.put("end", true);
        AccountInfo shown = new AccountInfo(Samples.USER, List.of(Samples.PROFILE), Samples.PROFILE);
        PendingChange pending = new PendingChange(IdentifierKind.EMAIL, "challenge-2", Samples.NOW);
        answers.put("updateAccount", Outcome.done(new OwnAccount.Changed(shown, List.of(pending))));
        answers.put("confirmChange", Outcome.done(new OwnAccount.Changed(shown, List.of())));
        answers.put("deleteAccount", Outcome.done(Samples.USER.id()));
        answers.put("deletionDue", Outcome.done(Optional.of(Samples.NOW)));
        answers.put("keepAccount", Outcome.done(Samples.USER.id()));
        answers.put("exportAccount", Outcome.done(new DataExport(Samples.NOW, Map.of("account", Map.of("id", "7")))));
        answers.put("profile", Outcome.done(Samples.PROFILE));
        answers.put("setPicture", Outcome.done(new PictureChange(Samples.PROFILE, null)));
        answers.put("deleteProfile", Outcome.done(Samples.PROFILE));
        answers.put("bootstrap", Outcome.done(Samples.USER));
        answers.put("createAdmin", Outcome.done(Samples.USER));
        answers.put("requestCode", Outcome.done(new StepUp.Sent("challenge-2", Channel.EMAIL)));
        answers.put("byPassword", Outcome.done(new StepUp.Proven(Secret.of("the-access"), Samples.NOW)));
        answers.put("byFactor", Outcome.done(new StepUp.Proven(Secret.of("the-access"), Samples.NOW)));
        answers.put("createAs", Outcome.done(Samples.USER));
        answers.put("mergeAs", Outcome.done(Samples.MERGE));
        answers.put("previewMergeAs", Outcome.done(Samples.MERGE));
        answers.put("page", Outcome.done(new AdminLists.Page(List.of("id"), List.of(), null)));
        answers.put("roles", Outcome.done(List.of(new RoleInfo("desk", Set.of(), Set.of("orders:read"), false, true))));
        answers.put("show", Outcome.done(new AccountDirectory.Account(Samples.USER, List.of())));
        for (String act : List.of(
                "setRoleAs",
                "markVerifiedAs",
                "disableAs",
                "enableAs",
                "deleteAs",
                "restoreAs",
                "endSessionsAs",
                "endApiKeysAs",
                "keepAs",
                "revokeApiKeyAs",
                "editAs",
                "requestPasswordResetAs",
                "requireNewPasswordAs",
                "inviteAgainAs",
                "revokeInvitationAs")) {
            answers.put(act, Change.DONE);
        }
        FactorFakes.fill(answers);
        LinkFakes.fill(answers);
        PasskeyFakes.fill(answers);
        ApiKeyFakes.fill(answers);
        ActivityFakes.fill(answers);
        answers.put(
                "impersonate",
                Outcome.done(new Impersonation.Acting(
                        Secret.of("the-access"), Samples.NOW, new SessionId("session-2"), new UserId(2L))));
        SocialFakes.fill(answers);
        answers.put("byCode", Outcome.done(new StepUp.Proven(Secret.of("the-access"), Samples.NOW)));
    }

    Services services() {
        AccountFakes account = new AccountFakes(this);
        return new Services(
                this,
                this,
                new LinkFakes(this),
                this,
                account,
                account,
                new AdminFakes(this),
                new DirectoryFakes(this),
                this,
                this,
                this,
                new NoHostData(),
                new NoUserSettings(),
                new NoProfileSettings(),
                RecordedInput.stopping(SettingAdministration.class),
                new FactorFakes(this),
                new FactorFakes(this),
                new FactorFakes(this),
                () -> new PasskeyFakes(this),
                () -> new PasskeyFakes(this),
                () -> new SocialFakes(this),
                () -> new SocialFakes(this),
                SocialFakes::noEvents,
                () -> new ApiKeyFakes(this),
                new ActivityFakes(this),
                (caller, user, reason) -> answer("impersonate", caller, user, reason),
                Auth.knownFeatures(),
                Fakes::user,
                Fakes::profile,
                purpose -> {
                    throw new IllegalStateException("no purpose was declared");
                });
    }

    /** From now on the method of that name gives this; an exception is thrown. */
    Fakes answering(String method, Object answer) {
        answers.put(method, answer);
        return this;
    }

    /** All arguments so far, in their order. */
    List<Object> asked() {
        return List.copyOf(asked);
    }

    <T> T lastAsked(Class<T> type) {
        return asked.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static Optional<UserId> user(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(new UserId(Long.valueOf(text))) : Optional.empty();
    }

    private static Optional<ProfileId> profile(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(new ProfileId(Long.valueOf(text))) : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    <T> T answer(String method, Object... arguments) {
        asked.addAll(List.of(arguments));
        Object answer = answers.get(method);
        if (answer instanceof RuntimeException failure) {
            throw failure;
        }
        if (answer instanceof Error failure) {
            throw failure;
        }
        return (T) answer;
    }

    @Override
    public Outcome<SignIn> signIn(PasswordLogin.Request login) {
        return answer("signIn", login);
    }

    @Override
    public Outcome<SignIn> replacePassword(PasswordReplacement replacement) {
        return answer("signIn", replacement);
    }

    @Override
    public Outcome<SignIn> switchProfile(Caller caller, ProfileSwitch requested) {
        return answer("switchProfile", caller, requested.profile(), requested.client());
    }

    @Override
    public Outcome<CodeLogin.Sent> request(CodeLogin.Request request) {
        return answer("request", request);
    }

    @Override
    public Outcome<SignIn> verify(CodeLogin.Attempt attempt) {
        return answer("verify", attempt);
    }

    @Override
    public Outcome<Registration.Accepted> register(Registration registration, Function<NewAccount, Verdict> hostWork) {
        return answer("register", registration);
    }

    @Override
    public Outcome<EmailConfirmation.Proven> confirmEmail(EmailConfirmation proof) {
        return answer("confirmEmail", proof);
    }

    @Override
    public Outcome<EmailConfirmation.Proven> confirmEmailByCode(EmailConfirmation.ByCode confirmation) {
        return answer("confirmEmail", confirmation);
    }

    @Override
    public Outcome<String> resendConfirmation(String email, @Nullable String address) {
        return answer("resendConfirmation", email);
    }

    @Override
    public Outcome<Boolean> requestReset(ResetRequest request) {
        return answer("requestReset", request);
    }

    @Override
    public Outcome<PasswordSet> confirmReset(LinkProof proof, Secret newPassword) {
        return answer("confirmReset", proof, newPassword);
    }

    @Override
    public Outcome<PasswordSet> set(Caller caller, Secret newPassword) {
        return answer("set", caller, newPassword);
    }

    @Override
    public Optional<String> recipientOf(LinkProof link) {
        return Optional.empty();
    }

    @Override
    public Outcome<PasswordSet> change(Caller caller, Secret oldPassword, Secret newPassword) {
        return answer("change", caller, oldPassword, newPassword);
    }

    @Override
    public Optional<Caller> authenticate(String accessToken) {
        return accessToken.equals(ACCESS) ? Optional.of(Samples.CALLER) : Optional.empty();
    }

    @Override
    public int endOthers(Caller caller) {
        answer("endOthers", "endOthers", caller);
        return 1;
    }

    @Override
    public Outcome<TokenPair> refresh(Secret refreshToken, RefreshClient client) {
        return answer("refresh", refreshToken);
    }

    /** Knows the refresh token of the cookies, and the access token after its time. */
    @Override
    public boolean logout(Secret token) {
        asked.add(token);
        return token.reveal().equals("the-refresh") || token.reveal().equals("late-access");
    }

    @Override
    public void logout(Caller caller) {
        answer("logout", "logout", caller);
    }

    @Override
    public void logoutAll(Caller caller) {
        answer("logoutAll", "logoutAll", caller);
    }

    @Override
    public List<SessionView> list(Caller caller) {
        return answer("list", caller);
    }

    @Override
    public boolean end(Caller caller, SessionId session) {
        return answer("end", caller, session);
    }

    @Override
    public boolean isRecent(Caller caller) {
        return true;
    }

    @Override
    public Outcome<StepUp.Proven> byPassword(Caller caller, Secret password) {
        return answer("byPassword", caller, password);
    }

    @Override
    public Outcome<StepUp.Sent> requestCode(Caller caller, @Nullable Channel channel, @Nullable String address) {
        Object[] given =
                Stream.of(caller, channel, address).filter(Objects::nonNull).toArray();
        return answer("requestCode", given);
    }

    @Override
    public Outcome<StepUp.Proven> byCode(Caller caller, String challengeId, Secret code) {
        return answer("byCode", caller, challengeId, code);
    }

    @Override
    public Outcome<StepUp.Proven> byFactor(Caller caller, FactorProof proof) {
        return answer("byFactor", caller, proof);
    }

    @Override
    public String publicKeys() {
        return "{\"keys\":[{\"kty\":\"EC\",\"some_name\":1}]}";
    }
}
