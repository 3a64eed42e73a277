package ehpc.dsl;

import ehpc.Job;
import ehpc.Jobs;
import ehpc.SubmittedJob;
import ehpc.WordArguments;
import ehpc.command.Raw;
import ehpc.language.WordPlace;
import groovy.lang.GString;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** {@code jobs} in a cluster block. */
final class DefaultJobs extends WordList<Job> implements JobsDsl {

    private static final String SUBMIT = "submit";
    private static final String WORD = "jobs." + SUBMIT;

    private final OwnText own;

    /** Makes the list of a block. */
    DefaultJobs(ClusterScope scope, OwnText own) {
        super(scope, WordPlace.JOBS, cluster -> cluster.jobs().list());
        this.own = own;
    }

    @Override
    public SubmittedJob submit(Map<String, ?> settings, String command) {
        return submitted(settings, own.of(command, WORD));
    }

    @Override
    public SubmittedJob submit(Map<String, ?> settings, GString template) {
        return submitted(settings, own.of(template, WORD).text());
    }

    @Override
    public SubmittedJob submit(Map<String, ?> settings, Raw command) {
        return submitted(settings, command == null ? null : command.text());
    }

    private SubmittedJob submitted(Map<String, ?> settings, String command) {
        WordOptions given = group().checked(SUBMIT, settings, Collections.singletonList(command));
        Map<String, Object> parameters = given.parameters(name -> true);
        SubmittedJob job = group().change(SUBMIT, cluster -> cluster.jobs().submit(command, parameters));
        if (given.values().containsKey(WordArguments.AWAIT)) {
            Changes.limit(given.values()).ifPresent(job::await);
        }
        return job;
    }

    @Override
    public void stop(String... ids) {
        List<String> all = checked("stop", ids);
        group().change("stop", cluster -> cluster.jobs().stop(all));
    }

    @Override
    public void rerun(String... ids) {
        List<String> all = checked("rerun", ids);
        group().change("rerun", cluster -> cluster.jobs().rerun(all));
    }

    @Override
    public void delete(String... ids) {
        List<String> all = checked("delete", ids);
        group().change("delete", cluster -> cluster.jobs().delete(all));
    }

    private List<String> checked(String word, String... ids) {
        List<String> all = Arrays.asList(ids);
        group().checked(word, Map.of(), all);
        return all;
    }

    @Override
    public String log(Map<String, ?> options, String id) {
        String node =
                group().checked("log", options, Collections.singletonList(id)).text("node");
        Jobs jobs = group().cluster().jobs();
        return node == null ? jobs.log(id) : jobs.log(id, node);
    }

    @Override
    public String errorLog(Map<String, ?> options, String id) {
        String node = group().checked("errorLog", options, Collections.singletonList(id))
                .text("node");
        Jobs jobs = group().cluster().jobs();
        return node == null ? jobs.errorLog(id) : jobs.errorLog(id, node);
    }
}
