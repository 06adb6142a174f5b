package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.StoreUnderTest;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What each flow costs beside a table that is checked in: the statements and the waits for the database to the number,
 * the memory to a fifth. A flow that costs more fails the build until its row is changed.
 */
public abstract class FlowCostContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final int RUNS = 24;
    private static final int LAST = 9;
    private static final long KILOBYTE = 1024;
    private static final double MOST_MEMORY = 1.2;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private int people;

    /** For those who extend it. */
    protected FlowCostContract() {}

    /**
     * The cost of one run of a flow.
     *
     * @param statements that went to the database
     * @param waits statements, commits and rollbacks: each is a way to the database and back
     * @param kilobytes that the calling thread allocated
     */
    public record Cost(int statements, int waits, long kilobytes) {}

    /** {@return a store without any rows; called before the test} */
    protected abstract StoreUnderTest open();

    /**
     * {@return the statements and waits of the work, without its memory}
     *
     * @param work calls one flow
     */
    protected abstract Cost traffic(Runnable work);

    /** {@return the table that is checked in, by the name of the flow} */
    protected abstract Map<String, Cost> table();

    @BeforeEach
    final void begin() {
        openHouse(open());
        fixture.member(ANA);
    }

    @Test
    final void each_flow_costs_what_the_table_says() {
        Map<String, Cost> found = new LinkedHashMap<>();
        flows().forEach((name, flow) -> found.put(name, cost(flow)));
        List<String> dearer = found.entrySet().stream()
                .filter(each -> !isAsWritten(each.getValue(), table().get(each.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(found.keySet()).containsExactlyElementsOf(table().keySet());
        assertThat(dearer)
                .as("what other flows cost than the table says; where that is meant, it is:%n%s", rows(found))
                .isEmpty();
    }

    private static boolean isAsWritten(Cost found, @Nullable Cost written) {
        return written != null
                && found.statements() == written.statements()
                && found.waits() == written.waits()
                && found.kilobytes() <= Math.round(written.kilobytes() * MOST_MEMORY);
    }

    private static String rows(Map<String, Cost> found) {
        return found.entrySet().stream()
                .map(each -> String.format(
                        Locale.ROOT,
                        "%-16s | %d | %d | %d",
                        each.getKey(),
                        each.getValue().statements(),
                        each.getValue().waits(),
                        each.getValue().kilobytes()))
                .collect(Collectors.joining("\n"));
    }

    /** The work of each flow, made ready by what is not measured. */
    private Map<String, Function<Integer, Runnable>> flows() {
        Map<String, Function<Integer, Runnable>> flows = new LinkedHashMap<>();
        flows.put("password sign-in", run -> () -> fixture.signedIn(ANA));
        flows.put("code request", run -> later(() -> done(fixture.requestCode(ANA))));
        flows.put("code sign-in", run -> {
            later(() -> {}).run();
            done(fixture.requestCode(ANA));
            String code = fixture.codeTo(ANA);
            return () -> done(fixture.enterCode(CodeIdentifier.email(ANA), code));
        });
        flows.put("refresh", run -> {
            SignIn session = fixture.signedIn(ANA);
            return () -> done(fixture.auth.sessions().refresh(session.tokens().refresh()));
        });
        flows.put("me", run -> {
            Caller caller = fixture.caller(fixture.signedIn(ANA));
            return () -> done(fixture.auth.ownAccount().me(caller));
        });
        flows.put("registration", run -> () -> fixture.register(FlowFixture.registration(address(), null, null)));
        flows.put("confirmation", run -> {
            String address = address();
            Secret registration = fixture.register(FlowFixture.registration(address, null, null));
            var link = fixture.confirmation(address, registration);
            return () -> done(fixture.auth.registrations().confirmEmail(link));
        });
        flows.put("reset request", run -> later(() -> done(requestReset())));
        flows.put("reset", run -> {
            later(() -> {}).run();
            done(requestReset());
            var link = fixture.linkTo(ANA);
            return () -> done(fixture.auth.passwords().confirmReset(link, Secret.of(FlowFixture.PASSWORD)));
        });
        return flows;
    }

    private Outcome<Boolean> requestReset() {
        return fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ANA, null));
    }

    /** After the pause between two messages. */
    private Runnable later(Runnable work) {
        fixture.clock.advance(Duration.ofMinutes(3));
        return work;
    }

    private String address() {
        return "person" + people++ + "@acme.example";
    }

    private static void done(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    /** Of the last run: keys are drawn and plans are made in the first ones. Memory is the middle of the last runs. */
    private Cost cost(Function<Integer, Runnable> flow) {
        long[] bytes = new long[LAST];
        for (int run = 0; run < RUNS; run++) {
            Runnable work = flow.apply(run);
            long before = threads.getCurrentThreadAllocatedBytes();
            work.run();
            bytes[run % LAST] = threads.getCurrentThreadAllocatedBytes() - before;
        }
        Cost traffic = traffic(flow.apply(RUNS));
        long middle = LongStream.of(bytes).sorted().skip(LAST / 2).findFirst().orElseThrow();
        return new Cost(traffic.statements(), traffic.waits(), middle / KILOBYTE);
    }
}
