package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.token.SignIn;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Signing takes longer than most statements: it waits until the rows of the account are free again. */
abstract class SigningContract extends FlowContract {

    private static final String EMAIL = "ana@acme.example";
    private static final Set<String> TRANSACTIONS = Set.of("join", "alone", "read");

    private final AtomicInteger open = new AtomicInteger();
    private final List<Integer> openWhenSigned = new ArrayList<>();

    /** For those who extend it. */
    protected SigningContract() {}

    @Test
    void tokens_are_signed_after_the_commit() {
        fixture = new FlowFixture(watched(fixture.store));
        fixture.member(EMAIL);
        Randomness secure = Randomness.secure();
        Auth node = fixture.nodeWith(builder -> builder.randomness(count -> {
            if (isSigning()) {
                openWhenSigned.add(open.get());
            }
            return secure.bytes(count);
        }));

        SignIn byPassword = FlowFixture.signIn(node.login()
                .signIn(new PasswordLogin.Request(EMAIL, Secret.of(FlowFixture.PASSWORD), FlowFixture.WEB)));
        assertThat(node.sessions().refresh(byPassword.tokens().refresh())).isInstanceOf(Outcome.Done.class);
        fixture.requestCode(EMAIL);
        FlowFixture.signIn(FlowFixture.enterCode(node, CodeIdentifier.email(EMAIL), fixture.codeTo(EMAIL)));

        assertThat(openWhenSigned)
                .as("transactions that were open when a token got its id")
                .containsExactly(0, 0, 0);
    }

    private static boolean isSigning() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().endsWith(".AccessTokens")));
    }

    private AuthStore watched(AuthStore store) {
        return (AuthStore) Proxy.newProxyInstance(
                AuthStore.class.getClassLoader(), new Class<?>[] {AuthStore.class}, (self, method, arguments) -> {
                    boolean opens = TRANSACTIONS.contains(method.getName());
                    open.addAndGet(opens ? 1 : 0);
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        open.addAndGet(opens ? -1 : 0);
                    }
                });
    }
}
