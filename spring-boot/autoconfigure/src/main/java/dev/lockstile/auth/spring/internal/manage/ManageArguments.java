package dev.lockstile.auth.spring.internal.manage;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The arguments of a start: {@code manage} first, and then a command, or those of the application. Properties such as
 * {@code
 * --spring.profiles.active=prod} are the application's and are left out of the command.
 */
record ManageArguments(List<String> all) {

    private static final Set<String> WITHOUT_APPLICATION = Set.of("keys", "smoke", "-h", "--help");

    private static final Pattern PROPERTY = Pattern.compile("--[a-z][\\w-]*(\\.[\\w\\[\\]-]+)+(=.*)?", Pattern.DOTALL);

    ManageArguments {
        all = all.stream()
                .filter(argument -> !PROPERTY.matcher(argument).matches())
                .toList();
    }

    static ManageArguments of(String... arguments) {
        return new ManageArguments(Arrays.asList(arguments));
    }

    /** Whether a command is to run instead of the application. */
    boolean isManage() {
        return !all.isEmpty() && all.get(0).equals("manage");
    }

    /** Whether the command needs neither a database nor keys, which it may be about to make. */
    boolean needsNoApplication() {
        return all.size() == 1
                || WITHOUT_APPLICATION.contains(all.get(1))
                || all.contains("--help")
                || all.contains("-h");
    }

    String[] command() {
        return all.subList(1, all.size()).toArray(String[]::new);
    }
}
