package ehpc.plan;

import ehpc.Cluster;
import ehpc.EhpcClient;
import ehpc.PostScriptEntry;
import ehpc.api.ApiException;
import ehpc.node.Node;
import ehpc.node.NodeNames;
import ehpc.node.NodeSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the differences between the current state and that of a plan. Makes read-only calls. */
public final class Drift {

    private final Plan plan;
    private final List<String> found = new ArrayList<>();
    private final Map<String, NodeSet> nodes = new LinkedHashMap<>();

    private Drift(Plan plan) {
        this.plan = plan;
    }

    /**
     * Checks all preconditions of a plan.
     *
     * @param ehpc the account and region
     * @param place the service of the account; empty to skip this check
     * @param environment the variables with the secrets
     * @throws ApiException if the service refused the call or was not reached
     */
    public static Drift since(Plan plan, EhpcClient ehpc, Optional<PlanPlace> place, Map<String, String> environment) {
        Drift drift = new Drift(plan);
        drift.ofPlan();
        drift.ofScript();
        boolean there = drift.isThere(ehpc, place);
        drift.ofSecrets(environment);
        if (there && !plan.region().isEmpty()) {
            drift.ofClusters(ehpc.withRegion(plan.region()));
        }
        return drift;
    }

    /** Returns the differences, one line each; empty if there are none. */
    public List<String> found() {
        return List.copyOf(found);
    }

    /** Returns the current nodes of a cluster of the plan. */
    public NodeSet nodes(String cluster) {
        return nodes.get(cluster);
    }

    private void ofPlan() {
        plan.end()
                .ifPresent(end -> found.add("plan is incomplete"
                        + (end.line() > 0 ? ", it ends at line " + end.line() : "") + ": " + end.reason()));
        found.addAll(plan.withheld());
    }

    private void ofScript() {
        if (plan.script().file().isEmpty()) {
            return;
        }
        Path file = plan.script().file().get();
        String script = "script '" + file + "' ";
        try {
            plan.script()
                    .firstDifference(Files.readString(file))
                    .ifPresent(line -> found.add(script + "has changed since the plan, from line " + line + " on"));
        } catch (NoSuchFileException e) {
            found.add(script + "is missing");
        } catch (IOException e) {
            found.add(script + "cannot be read");
        }
    }

    /** Returns whether this is the service of the plan, so that it can be queried. */
    private boolean isThere(EhpcClient ehpc, Optional<PlanPlace> place) {
        int before = found.size();
        if (place.isPresent() && !place.get().equals(plan.place())) {
            found.add("service must be " + plan.place() + " as planned, is " + place.get());
        }
        boolean other = ehpc.hasRegion() && !ehpc.region().equals(plan.region());
        if (other && !plan.regionOfScript() && !plan.region().isEmpty()) {
            found.add("region must be " + plan.region() + " as planned, is " + ehpc.region());
        }
        return found.size() == before;
    }

    private void ofSecrets(Map<String, String> environment) {
        plan.steps().stream()
                .flatMap(step -> step.calls().stream())
                .flatMap(call -> call.secrets().stream())
                .distinct()
                .filter(name -> !environment.containsKey(name))
                .forEach(name -> found.add("secret '" + name + "' is not set in the environment"));
    }

    private void ofClusters(EhpcClient ehpc) {
        Set<String> ids = new LinkedHashSet<>();
        plan.steps().forEach(step -> ids.add(step.cluster()));
        ids.remove("");
        for (String id : ids) {
            try {
                ofPostScripts(ehpc.cluster(id));
                ofNodes(ehpc.cluster(id));
                ofNamedNodes(ehpc.cluster(id));
            } catch (ApiException e) {
                if (!e.code().startsWith("ClusterNotFound")) {
                    throw e;
                }
                found.add("cluster '" + id + "' no longer exists");
            }
        }
    }

    private void ofPostScripts(Cluster cluster) {
        Optional<Step.PostScripts> first = plan.steps().stream()
                .filter(step ->
                        step instanceof Step.PostScripts && step.cluster().equals(cluster.id()))
                .map(Step.PostScripts.class::cast)
                .findFirst();
        if (first.isEmpty()) {
            return;
        }
        List<PostScriptEntry> now = cluster.postScripts();
        List<PostScriptEntry> before = first.get().before();
        if (before.stream().anyMatch(entry -> entry.toString().contains(Redactor.STARS))) {
            ofWithheldScripts(cluster, before, now);
        } else if (!now.equals(before)) {
            List<String> lines = ListDiff.of(before, now).stream()
                    .filter(line -> line.sign() != ' ')
                    .map(ListDiff.Line::toString)
                    .toList();
            found.add("post scripts of cluster '" + cluster + "' have changed since the plan: "
                    + String.join("; ", lines));
        }
    }

    /** If the plan withholds a secret, only the URLs are compared, and the current ones are not shown. */
    private void ofWithheldScripts(Cluster cluster, List<PostScriptEntry> before, List<PostScriptEntry> now) {
        if (!urls(before).equals(urls(now))) {
            found.add("post scripts of cluster '" + cluster + "' have changed since the plan");
        }
    }

    private static List<String> urls(List<PostScriptEntry> entries) {
        return entries.stream().map(PostScriptEntry::url).toList();
    }

    private void ofNodes(Cluster cluster) {
        List<Step.Run> runs = plan.steps().stream()
                .filter(step -> step instanceof Step.Run && step.cluster().equals(cluster.id()))
                .map(Step.Run.class::cast)
                .toList();
        if (!runs.isEmpty()) {
            NodeSet now = cluster.nodes();
            nodes.put(cluster.id(), now);
            found.addAll(ofNodes(runs, now));
        }
    }

    /** Finds the nodes that a call names, to stop, reset, move or delete them, and that are missing now. */
    private void ofNamedNodes(Cluster cluster) {
        Set<String> named = plan.steps().stream()
                .filter(step -> step instanceof Step.Call && step.cluster().equals(cluster.id()))
                .flatMap(step -> step.calls().stream())
                .flatMap(call -> call.namedNodes().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (named.isEmpty()) {
            return;
        }
        NodeSet now = nodes.computeIfAbsent(cluster.id(), id -> cluster.nodes());
        now.forEach(node -> named.removeAll(List.of(node.id(), node.name())));
        named.forEach(node -> found.add("node '" + node + "' of cluster '" + cluster + "' no longer exists"));
    }

    /** Returns the differences of the nodes of a step, for a check right before it is sent. */
    public static List<String> ofNodes(Step.Run run, NodeSet now) {
        return ofNodes(List.of(run), now);
    }

    private static List<String> ofNodes(List<Step.Run> runs, NodeSet now) {
        Set<PlannedNode> planned = new LinkedHashSet<>();
        runs.forEach(run -> planned.addAll(run.nodes()));
        Map<PlannedNode, Node> replaced = replaced(planned, now);
        Set<String> ids = new HashSet<>(now.ids());
        List<String> found = new ArrayList<>();
        replaced.forEach((node, same) -> found.add("node '" + node.name() + "' of cluster '" + now.clusterId()
                + "' was planned as " + node.id() + ", is " + same.id()));
        List<String> gone = planned.stream()
                .filter(node -> !ids.contains(node.id()) && !replaced.containsKey(node))
                .map(PlannedNode::name)
                .toList();
        if (!gone.isEmpty()) {
            found.add(nodes(gone) + " of cluster '" + now.clusterId() + "' no longer "
                    + (gone.size() == 1 ? "exists" : "exist"));
        }
        runs.stream().filter(Step.Run::everyNode).findFirst().ifPresent(run -> found.addAll(added(run, now)));
        return found;
    }

    /** Returns the missing planned nodes that one new node with the same name replaces. */
    private static Map<PlannedNode, Node> replaced(Set<PlannedNode> planned, NodeSet now) {
        Set<String> ids = planned.stream().map(PlannedNode::id).collect(Collectors.toSet());
        Map<String, List<Node>> fresh =
                now.stream().filter(node -> !ids.contains(node.id())).collect(Collectors.groupingBy(Node::name));
        Set<String> present = new HashSet<>(now.ids());
        Map<PlannedNode, Node> replaced = new LinkedHashMap<>();
        for (PlannedNode node : planned) {
            List<Node> same = fresh.getOrDefault(node.hostName(), List.of());
            if (!present.contains(node.id()) && same.size() == 1) {
                replaced.put(node, same.get(0));
            }
        }
        return replaced;
    }

    /** Returns the unplanned nodes, for a step that runs on every node. */
    private static List<String> added(Step.Run run, NodeSet now) {
        Set<PlannedNode> planned = new LinkedHashSet<>(run.nodes());
        Set<String> known = planned.stream().map(PlannedNode::id).collect(Collectors.toSet());
        replaced(planned, now).values().forEach(node -> known.add(node.id()));
        List<String> added = now.stream()
                .filter(node -> !known.contains(node.id()))
                .map(Node::label)
                .toList();
        String place = run.line() > 0 ? ", and line " + run.line() + " runs on every node" : "";
        return added.isEmpty()
                ? List.of()
                : List.of(nodes(added) + " of cluster '" + now.clusterId() + "' " + (added.size() == 1 ? "is" : "are")
                        + " new since the plan" + place);
    }

    private static String nodes(List<String> names) {
        return names.size() == 1 ? "node '" + names.get(0) + "'" : "nodes '" + NodeNames.fold(names) + "'";
    }
}
