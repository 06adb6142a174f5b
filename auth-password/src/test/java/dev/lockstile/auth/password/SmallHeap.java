package dev.lockstile.auth.password;

import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The body of {@link SmallHeapTest}: runs in a process of its own and answers with lines of the form name=value. */
final class SmallHeap {

    private static final Secret PASSWORD = Secret.of("abc");
    private static final int CROWD = 500;

    private SmallHeap() {}

    public static void main(String[] hashes) throws Exception {
        say("heap", Runtime.getRuntime().maxMemory() / 1_048_576);
        bombs(List.of(hashes));
        crowd();
        say("finished", true);
    }

    private static void bombs(List<String> hashes) {
        PasswordHasher hasher = Passwords.of(PasswordFixture.cheap()).hasher();
        hasher.check(null, PASSWORD);
        long longest = 0;
        int matched = 0;
        for (String bomb : hashes) {
            long began = cpuNanos();
            matched += hasher.check(bomb, PASSWORD).matches() ? 1 : 0;
            longest = Math.max(longest, cpuNanos() - began);
        }
        say("bombs", hashes.size());
        say("matched", matched);
        say("longestMillis", Duration.ofNanos(longest).toMillis());
    }

    /** Time on the processor: what else the machine does is not the hash's fault. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Wrong passwords at the real cost, half of them against a hash that asks for 64 MiB. */
    private static void crowd() throws Exception {
        PasswordHasher hasher = Passwords.of(PasswordSettings.owasp()).hasher();
        String costly = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        ExecutorService threads = Executors.newFixedThreadPool(CROWD);
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            String stored = i % 2 == 0 ? costly : null;
            answers.add(threads.submit(() -> answer(hasher, stored)));
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (Future<String> answer : answers) {
            counts.merge(answer.get(), 1, Integer::sum);
        }
        threads.shutdown();
        counts.forEach(SmallHeap::say);
    }

    private static String answer(PasswordHasher hasher, String stored) {
        try {
            return hasher.check(stored, PASSWORD).matches() ? "crowdMatched" : "crowdRefused";
        } catch (HashingBusyException busy) {
            return "crowdBusy";
        }
    }

    private static void say(String name, Object value) {
        System.out.println(name + "=" + value);
    }
}
