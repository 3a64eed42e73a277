package ehpc.samples.web;

import ehpc.ClusterSummary;
import ehpc.RunResult;
import ehpc.connect.Connection;
import ehpc.node.NodeSet;
import ehpc.script.ScriptException;
import ehpc.script.ScriptProblem;
import ehpc.script.ScriptResult;
import ehpc.script.Scripts;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Values of the library, returned as they are: Spring writes them as JSON. */
@RestController
class ClusterController {

    private final Connection connection;

    ClusterController(Connection connection) {
        this.connection = connection;
    }

    @GetMapping("/clusters")
    List<ClusterSummary> clusters() {
        return connection.ehpc().clusters();
    }

    @GetMapping("/clusters/{id}/nodes")
    NodeSet nodes(@PathVariable("id") String id) {
        return connection.ehpc().cluster(id).nodes().getCompute();
    }

    @PostMapping("/scripts")
    List<RunResult> runs(@RequestBody String script) {
        return run(script).runs();
    }

    @PostMapping("/values")
    Object value(@RequestBody String script) {
        return run(script).value();
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    List<ScriptProblem> refused(ScriptException e) {
        return e.problems();
    }

    private ScriptResult run(String script) {
        return Scripts.compile("request.ehpc", script)
                .over(connection.ehpc())
                .output(new StringBuilder())
                .run();
    }
}
