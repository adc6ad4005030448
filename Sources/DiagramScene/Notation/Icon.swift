/// The pictures that tell what an element is; `ScenePainting` draws them.
public enum Icon: String, Hashable, Sendable, CaseIterable {
  case person, group, partner
  /// A business area that stands for what lies in it.
  case domain
  case system, erp, crm, content, identity, insight, monitoring, pipeline, cloud, devices, ai,
    mainframe
  case web, mobile, service, api, batch, gateway, integration, portal, function
  case module
  case relational, document, keyValue = "key-value", graph, search, cache, file, object, lake,
    warehouse
  case queue, topic, stream, bus, fileDrop = "file-drop"
}

/// The colour family of a kind; themes decide the colours.
public enum Tone: String, Hashable, Sendable, CaseIterable {
  case person, system, application, module, store, channel, external
}
