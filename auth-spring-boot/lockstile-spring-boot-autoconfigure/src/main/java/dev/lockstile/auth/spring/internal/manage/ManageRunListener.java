package dev.lockstile.auth.spring.internal.manage;

import dev.lockstile.auth.cli.ManageCommands;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.util.ClassUtils;

/**
 * Starts the application without a web server where {@code java -jar app.jar manage ...} asks for a command, and not at all
 * for a command that makes the keys it would want. Without {@code manage} it does nothing.
 */
final class ManageRunListener implements SpringApplicationRunListener {

    private static final String COMMANDS = "dev.lockstile.auth.cli.ManageCommands";

    private final SpringApplication application;
    private final ManageArguments arguments;

    ManageRunListener(SpringApplication application, String[] arguments) {
        this.application = application;
        this.arguments = ManageArguments.of(arguments);
    }

    @Override
    public void starting(ConfigurableBootstrapContext context) {
        if (!arguments.isManage()) {
            return;
        }
        if (!ClassUtils.isPresent(COMMANDS, application.getClassLoader())) {
            throw new IllegalStateException("Add the dependency dev.lockstile:auth-cli to use the manage commands.");
        }
        if (arguments.needsNoApplication()) {
            System.exit(ManageCommands.of(ManageRunListener::none).run(arguments.command()));
        }
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
    }

    private static SpringHost none() {
        throw new IllegalStateException("this command runs without the application");
    }
}
