package ehpc.samples.web;

import ehpc.connect.Connection;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** A web application that runs scripts. */
@SpringBootApplication
public class Application {

    private static final String SCRIPT = "cluster('ehpc-hz-localdemo1') { run 'echo hi' timeout 60.seconds on nodes }";

    /** Starts it; with {@code --once} it runs a script and ends. */
    public static void main(String[] args) {
        ConfigurableApplicationContext context = SpringApplication.run(Application.class, args);
        if (List.of(args).contains("--once")) {
            context.getBean(ClusterController.class).runs(SCRIPT).forEach(run -> System.out.println(run.summary()));
            context.close();
        }
    }

    /** A service on this machine; with {@code Connection.open(ConnectionOptions.defaults())} a real account. */
    @Bean
    Connection connection() {
        return Connection.local();
    }
}
