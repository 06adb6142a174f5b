package dev.lockstile.auth.cli;

import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.ThrottleSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Looks at what an application tells of its setup; no database and no network is asked. */
final class DeploySettingsCheck {

    private static final String CONSOLE = "console";

    private final Deployment told;
    private final List<DeployFinding> found = new ArrayList<>();

    private DeploySettingsCheck(Deployment told) {
        this.told = told;
    }

    static List<DeployFinding> of(Deployment told) {
        DeploySettingsCheck check = new DeploySettingsCheck(told);
        check.keys();
        check.addresses();
        check.proxies();
        check.limits();
        check.senders();
        check.countries();
        check.mailDomain();
        return List.copyOf(check.found);
    }

    private void keys() {
        if (!told.settings().passwords().cost().meetsFloor()) {
            found.add(DeployFinding.error("passwords are hashed at next to no cost", "use PasswordSettings.owasp()"));
        }
        told.keyFiles().stream()
                .filter(DeploySettingsCheck::isOpenToOthers)
                .forEach(file -> found.add(DeployFinding.error(
                        "the key file " + file + " can be read or changed by other users of this machine",
                        "chmod 600 " + file)));
    }

    private static boolean isOpenToOthers(Path file) {
        try {
            return Files.exists(file) && OwnersFile.isOpenToOthers(file);
        } catch (IOException e) {
            return true; // a file whose rights cannot be read is told
        }
    }

    private void addresses() {
        LinkSettings links = told.settings().links();
        Stream.of(links.confirmPage(), links.resetPage(), links.loginPage())
                .filter(Objects::nonNull)
                .map(URI::toString)
                .filter(page -> !page.startsWith("https://"))
                .distinct()
                .forEach(page -> found.add(DeployFinding.error(
                        "links in messages lead to " + page, "name a page with https in LinkSettings")));
        told.origins().stream()
                .filter(origin -> !origin.startsWith("https://"))
                .forEach(origin -> found.add(DeployFinding.error(
                        "people reach the application at " + origin, "serve it by https and name that address")));
    }

    private void proxies() {
        List<String> proxies = told.trustedProxies();
        if (proxies.isEmpty()) {
            found.add(DeployFinding.warning(
                    "no trusted proxy is named: limits count by the address of the connection",
                    "behind a proxy or load balancer name it with TrustedProxies, or all clients share one limit"));
        }
        if (proxies.stream().anyMatch(proxy -> proxy.endsWith("/0"))) {
            found.add(DeployFinding.error(
                    "every address is a trusted proxy: clients choose the address that they are limited by",
                    "name the networks of your proxies alone"));
        }
    }

    private void limits() {
        ThrottleSettings throttles = told.settings().throttles();
        if (!throttles.off().isEmpty()) {
            found.add(DeployFinding.error(
                    "these limits are off: " + throttles.off().stream().sorted().toList(),
                    "take turnOff(...) and turnEverythingOff() out"));
        }
        if (throttles.failures().isEmpty()) {
            found.add(DeployFinding.error(
                    "wrong passwords in a row are not limited", "set FailureSettings.owasp() with withFailures"));
        }
    }

    private void senders() {
        if (told.email().isEmpty()) {
            found.add(DeployFinding.error("no sender of e-mails is configured", "wire one: docs/messages.md"));
        }
        Stream.of(told.email(), told.sms())
                .filter(names -> names.contains(CONSOLE))
                .findFirst()
                .ifPresent(names -> found.add(DeployFinding.error(
                        "a console sender prints codes and links instead of sending them",
                        "wire a provider for each channel: docs/messages.md")));
        if (told.inbox()) {
            found.add(DeployFinding.error(
                    "the development inbox shows every code and link",
                    "turn it off (QUICKSTART_DEV, lockstile.dev.inbox)"));
        }
    }

    private void countries() {
        ThrottleSettings throttles = told.settings().throttles();
        if (told.sms().isEmpty()) {
            return;
        }
        if (throttles.sends().smsCountries() == null) {
            found.add(DeployFinding.warning(
                    "text messages go to every country, which fraudsters turn into money",
                    "name yours with SendSettings.smsTo(...)"));
        }
        if (!throttles.rates().containsKey(RateLimit.SMS_SPEND)) {
            found.add(DeployFinding.warning(
                    "text messages a day are limited by the default of SMS_SPEND, "
                            + RateLimit.SMS_SPEND.usual().limit(),
                    "set what yours may cost a day"));
        }
    }

    /** Records are told and not looked up: a command of one machine need not see what the world sees. */
    private void mailDomain() {
        String from = told.mailFrom();
        if (from == null) {
            return;
        }
        String domain = from.substring(from.lastIndexOf('@') + 1).replaceAll("[>\\s]", "");
        found.add(DeployFinding.note(
                "mails come from " + TerminalText.of(domain),
                "see that its DNS has: TXT with v=spf1 that includes the provider, TXT at SELECTOR._domainkey with the"
                        + " provider's DKIM key, TXT at _dmarc with v=DMARC1; they were not looked up"));
    }
}
