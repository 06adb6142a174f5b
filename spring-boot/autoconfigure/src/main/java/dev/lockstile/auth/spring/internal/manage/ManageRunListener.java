package dev.lockstile.auth.spring.internal.manage;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Starts the application without a web server where {@code java -jar app.jar manage ...} asks for a command, and not at
 * all for a command that makes the keys it would want. Without {@code manage} it does nothing.
 */
final class ManageRunListener implements SpringApplicationRunListener {

    private static final String COMMANDS = "dev.lockstile.auth.cli.ManageCommands";

    /** Spring Boot asks for the gauges of every registry, however lazy they are. */
    private static final List<String> OF_A_SERVER =
            List.of("lockstileLifecycle", "lockstileCleanup", "lockstileGauges");

    private final SpringApplication application;
    private final ManageArguments arguments;
    private final PrintStream output = System.out;

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
            System.exit(SpringHost.runWithoutApplication(arguments.command()));
        }
        System.setOut(System.err); // the log, which is no text of the command's
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        // a command makes the beans that it needs: the chains of a web application, and tables, it may do without
        if (!AotDetector.useGeneratedArtifacts()) {
            application.setApplicationContextFactory(
                    type -> new AnnotationConfigApplicationContext(new CommandBeans()));
        }
        application.addInitializers(started -> started.addBeanFactoryPostProcessor(ManageRunListener::onDemand));
    }

    /** Runs the command, closes the application and ends the process with the command's exit code. */
    @Override
    public void started(ConfigurableApplicationContext context, @Nullable Duration taken) {
        if (arguments.isManage()) {
            int code = SpringHost.run(context, output, arguments.command());
            System.exit(SpringApplication.exit(context, () -> code));
        }
    }

    /** The library starts with the first command that needs it; the clean-up and the gauges are the server's. */
    private static void onDemand(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            beans.getBeanDefinition(name).setLazyInit(true);
        }
        if (beans instanceof BeanDefinitionRegistry registry) {
            OF_A_SERVER.stream().filter(registry::containsBeanDefinition).forEach(registry::removeBeanDefinition);
        }
    }
}
