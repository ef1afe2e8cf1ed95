/**
 * Who may do what to each table: one line for each table, and one more, indented, for each further
 * case of its rows (policy-fixtures.ts says what they are). Whom a cell does not name is refused.
 *
 * Names are those of policy-world.ts: owner (own rows), peer (the other side), member (any other
 * member), stranger (an account without a platform), editor, operator, visitor. Short for several:
 * all; members (all but visitors); platform (members but the stranger); staff (editor, operator).
 * The last column names who passes the table's gate even if another rule let everyone in; "-": there is
 * no gate.
 */
export const matrix = `
core                               | read    | add | change | remove | gate
entity_types                       | all     | -   | -      | -      | -
schema_version                     | members | -   | -      | -      | -

identity                           | read                | add      | change   | remove   | gate
access_requests                    | owner operator      | owner    | owner    | -        | -
ascenders_profiles                 | owner               | -        | owner    | -        | -
auth_logs                          | owner operator      | -        | -        | -        | -
contextual_identities              | platform            | owner    | owner    | owner    | -
csrf_tokens                        | -                   | -        | -        | -        | -
feature_permissions                | members             | -        | -        | -        | -
hub_profiles                       | owner               | -        | owner    | -        | -
immortals_profiles                 | owner               | -        | owner    | -        | -
invite_codes                       | owner operator      | -        | -        | -        | -
invite_redemptions                 | owner peer operator | -        | -        | -        | -
login_attempts                     | operator            | -        | -        | -        | -
member_cards                       | platform            | -        | -        | -        | -
  without platforms                | owner staff         | -        | -        | -        | -
  public, without platforms        | all                 | -        | -        | -        | -
neothinkers_profiles               | owner               | -        | owner    | -        | -
permissions                        | members             | -        | -        | -        | -
platform_access                    | owner operator      | -        | -        | -        | -
platform_state                     | owner               | owner    | owner    | owner    | -
privacy_settings                   | owner               | -        | owner    | -        | -
profiles                           | owner staff         | -        | owner    | -        | -
role_capabilities                  | members             | -        | -        | -        | -
role_permissions                   | members             | -        | -        | -        | -
sso_tickets                        | -                   | -        | -        | -        | -
tenant_roles                       | members             | -        | -        | -        | -
tenant_users                       | owner operator      | -        | -        | -        | -
tenants                            | all                 | -        | -        | -        | -
  not active                       | operator            | -        | -        | -        | -
user_assessments                   | owner               | owner    | owner    | -        | -
user_community                     | owner               | owner    | owner    | owner    | -
user_onboarding                    | owner staff         | owner    | owner    | -        | -
user_profiles                      | platform            | owner    | owner    | owner    | -
  of a stranger                    | members             | stranger | stranger | stranger | -
users                              | owner operator      | -        | owner    | -        | -

platforms                          | read     | add | change | remove | gate
community_features                 | all      | -   | -      | -      | -
  not offered                      | operator | -   | -      | -      | -
feature_flags                      | all      | -   | -      | -      | -
monorepo_apps                      | all      | -   | -      | -      | -
platform_customization             | all      | -   | -      | -      | -
platform_settings                  | members  | -   | -      | -      | -

operations                         | read     | add   | change | remove | gate
audit_logs                         | operator | -     | -      | -      | -
data_transfer_logs                 | owner    | owner | -      | -      | -
error_logs                         | operator | -     | -      | -      | -
jobs                               | operator | -     | -      | -      | -
outbox                             | -        | -     | -      | -      | -
performance_metrics                | operator | -     | -      | -      | -
rate_limits                        | operator | -     | -      | -      | -
security_events                    | operator | -     | -      | -      | -
security_logs                      | operator | -     | -      | -      | -
suspicious_activities              | operator | -     | -      | -      | -
system_alerts                      | operator | -     | -      | -      | -
system_health_checks               | operator | -     | -      | -      | -
system_metrics                     | operator | -     | -      | -      | -

content                            | read        | add    | change | remove   | gate
content                            | owner staff | staff  | staff  | operator | -
  live for members                 | platform    | staff  | staff  | operator | -
  live for everyone                | all         | staff  | staff  | operator | -
content_categories                 | all         | staff  | staff  | staff    | -
content_content_tags               | owner staff | staff  | -      | staff    | -
  of a live one for members        | members     | staff  | -      | staff    | -
  of a live one for everyone       | all         | staff  | -      | staff    | -
content_dependencies               | members     | staff  | staff  | staff    | -
content_schedule                   | staff       | staff  | staff  | staff    | -
content_similarity                 | members     | -      | -      | -        | -
content_tags                       | all         | staff  | staff  | staff    | -
content_versions                   | staff       | -      | staff  | -        | -
  by an editor                     | staff       | editor | staff  | -        | -
content_workflow                   | peer staff  | staff  | staff  | -        | -
content_workflow_history           | staff       | -      | -      | -        | -
documentation                      | owner staff | staff  | staff  | operator | -
  live for members                 | members     | staff  | staff  | operator | -
  live for everyone                | all         | staff  | staff  | operator | -
file_contents                      | owner       | owner  | -      | -        | -
  of a public picture              | all         | owner  | -      | -        | -
file_uploads                       | owner       | owner  | owner  | owner    | -
  a public picture                 | all         | owner  | owner  | owner    | -
flow_template_copies               | owner       | owner  | owner  | owner    | -
flow_templates                     | owner staff | staff  | staff  | operator | -
  live for members                 | platform    | staff  | staff  | operator | -
  live for everyone                | members     | staff  | staff  | operator | -
mark_hamilton_content              | owner staff | staff  | staff  | operator | -
  live for members                 | platform    | staff  | staff  | operator | -
  live for everyone                | all         | staff  | staff  | operator | -
resources                          | owner staff | staff  | staff  | operator | -
  live for members                 | platform    | staff  | staff  | operator | -
  live for everyone                | all         | staff  | staff  | operator | -
shared_content                     | owner staff | staff  | staff  | operator | -
  live for members                 | members     | staff  | staff  | operator | -
  live for everyone                | all         | staff  | staff  | operator | -
tenant_shared_content              | members     | staff  | staff  | staff    | -
  in a community of others         | staff       | staff  | staff  | staff    | -

learning                           | read        | add   | change | remove   | gate
concept_relationships              | owner staff | staff | staff  | staff    | -
concepts                           | owner staff | staff | staff  | operator | -
  live for members                 | platform    | staff | staff  | operator | -
  live for everyone                | all         | staff | staff  | operator | -
content_modules                    | owner staff | staff | staff  | operator | -
  live for members                 | platform    | staff | staff  | operator | -
  live for everyone                | all         | staff | staff  | operator | -
courses                            | owner staff | staff | staff  | operator | -
  live for members                 | platform    | staff | staff  | operator | -
  live for everyone                | all         | staff | staff  | operator | -
enrollments                        | owner       | owner | owner  | owner    | -
learning_path_items                | owner staff | staff | staff  | staff    | -
  of a live one for members        | platform    | staff | staff  | staff    | -
  of a live one for everyone       | all         | staff | staff  | staff    | -
learning_paths                     | owner staff | staff | staff  | operator | -
  live for members                 | platform    | staff | staff  | operator | -
  live for everyone                | all         | staff | staff  | operator | -
learning_progress                  | owner       | owner | owner  | owner    | -
learning_recommendations           | owner       | -     | owner  | -        | -
lessons                            | owner staff | staff | staff  | operator | -
  live in a draft                  | owner staff | staff | staff  | operator | -
  live for members                 | platform    | staff | staff  | operator | -
  live for everyone                | all         | staff | staff  | operator | -
module_units                       | owner staff | staff | staff  | staff    | -
modules                            | owner staff | staff | staff  | staff    | -
  of a live one for members        | platform    | staff | staff  | staff    | -
  of a live one for everyone       | all         | staff | staff  | staff    | -
skill_requirements                 | members     | staff | staff  | staff    | -
thinking_assessments               | owner       | owner | owner  | owner    | owner
thought_exercises                  | owner staff | staff | staff  | operator | -
  live for members                 | platform    | staff | staff  | operator | -
  live for everyone                | members     | staff | staff  | operator | -
user_concept_progress              | owner       | owner | owner  | owner    | -
user_exercise_progress             | owner       | owner | owner  | owner    | owner
user_skills                        | owner       | -     | -      | -        | -

events                             | read                | add            | change         | remove         | gate
availability_overrides             | members             | owner operator | owner operator | owner operator | -
event_attendees                    | owner peer staff    | peer staff     | peer staff     | -              | -
event_registrations                | owner peer staff    | owner          | -              | owner          | -
events                             | owner staff         | staff          | owner staff    | operator       | -
  live for members                 | platform            | staff          | staff          | operator       | -
  live for everyone                | all                 | staff          | staff          | operator       | -
scheduled_sessions                 | owner peer          | owner          | owner          | owner          | -
  taken by the coach               | owner peer          | owner          | owner peer     | owner          | -
session_notes                      | owner peer          | owner          | owner          | owner          | -
  private                          | owner               | owner          | owner          | owner          | -
session_resources                  | owner peer          | peer           | peer           | peer           | -
sessions                           | owner peer operator | owner          | owner peer     | -              | -
  asked for                        | owner peer operator | owner peer     | owner peer     | -              | -
strategist_availability            | members             | owner operator | owner operator | owner operator | -
strategists                        | members             | operator       | owner operator | operator       | -
  not active                       | owner operator      | operator       | owner operator | operator       | -
zoom_attendance                    | owner               | -              | -              | -              | -

governance                         | read       | add        | change | remove     | gate
crowdfunding                       | owner peer | -          | -      | -          | -
governance_ballots                 | owner      | -          | -      | -          | -
governance_proposals               | members    | -          | -      | -          | -
  a draft                          | owner      | owner      | owner  | -          | -
group_actions                      | owner peer | -          | -      | -          | -
proposals                          | members    | owner      | owner  | -          | -
  a draft                          | owner      | owner      | owner  | -          | -
team_members                       | members    | peer       | peer   | owner peer | -
  of an open team                  | members    | owner peer | peer   | owner peer | -
team_memberships                   | owner peer | -          | -      | -          | -
teams                              | members    | owner      | owner  | owner      | -
votes                              | owner      | owner      | owner  | -          | -

tokens                             | read       | add   | change | remove | gate
achievements                       | members    | -     | -      | -      | -
action_weights                     | members    | -     | -      | -      | -
award_holds                        | owner operator | -     | -      | -      | -
badge_events                       | owner      | -     | -      | -      | -
badges                             | members    | -     | -      | -      | -
census_snapshots                   | members    | -     | -      | -      | -
challenge_contributions            | owner      | -     | -      | -      | -
challenge_members                  | members    | owner | -      | owner  | -
challenge_prizes                   | members    | -     | -      | -      | -
collaboration_bonuses              | owner      | -     | -      | -      | -
collaborative_challenges           | members    | staff | staff  | -      | -
fibonacci_token_rewards            | owner      | -     | -      | -      | -
gamification_events                | owner      | -     | -      | -      | -
leaderboard_scores                 | members    | -     | -      | -      | -
ledger_epochs                      | all        | -     | -      | -      | -
ledger_salts                       | -          | -     | -      | -      | -
member_streaks                     | owner      | -     | -      | -      | -
participation                      | owner      | -     | -      | -      | -
referral_bonuses                   | owner peer | -     | -      | -      | -
referrals                          | owner peer | -     | -      | -      | -
simulation_runs                    | owner      | owner | owner  | owner  | -
site_settings                      | members    | -     | -      | -      | -
streak_freezes                     | owner      | -     | -      | -      | -
token_accounts                     | owner      | -     | -      | -      | -
token_balances                     | owner      | -     | -      | -      | -
token_conversions                  | owner      | -     | -      | -      | -
token_raffles                      | members    | -     | -      | -      | -
token_sink_purchases               | owner      | -     | -      | -      | -
token_sinks                        | members    | -     | -      | -      | -
token_stakes                       | owner      | -     | -      | -      | -
token_tips                         | owner peer | -     | -      | -      | -
user_achievements                  | owner      | -     | -      | -      | -
user_actions                       | owner      | -     | -      | -      | -
user_badges                        | members    | -     | -      | -      | -

community                          | read           | add   | change         | remove     | gate
activity_feed                      | members        | -     | owner          | owner      | -
announcement_reads                 | owner operator | owner | -              | -          | -
bookmarks                          | owner          | owner | owner          | owner      | -
content_reports                    | owner operator | owner | operator       | -          | -
discussion_posts                   | platform       | owner | owner operator | -          | -
  in a public topic                | visitor platform | owner | owner operator | -        | -
discussion_topics                  | platform       | owner | owner operator | -          | -
  for visitors                     | visitor platform | owner | owner operator | -        | -
discussion_votes                   | owner          | owner | owner          | owner      | -
forum_marks                        | owner          | owner | owner          | owner      | -
link_previews                      | members        | -     | -              | -          | -
member_blocks                      | owner          | owner | owner          | owner      | -
member_sanctions                   | owner operator | -     | -              | -          | -
moderation_decisions               | owner operator | -     | -              | -          | -
poll_votes                         | owner          | owner | owner          | owner      | -
polls                              | members        | owner | -              | owner      | -
post_comments                      | all            | owner | owner operator | -          | -
post_drafts                        | owner          | owner | owner          | owner      | -
post_likes                         | members        | owner | -              | owner      | -
post_reactions                     | members        | owner | -              | owner      | -
post_revisions                     | members        | -     | -              | -          | -
posts                              | all            | owner | owner operator | -          | -
  for premium members              | owner operator | -     | operator       | -          | -
  private                          | owner          | owner | owner          | -          | -
social_interactions                | members        | owner | owner          | owner      | -
topic_reads                        | owner          | owner | owner          | owner      | -
topic_subscriptions                | owner          | owner | owner          | owner      | -
user_connections                   | owner peer     | owner | -              | owner peer | -
user_mentions                      | owner peer     | -     | -              | -          | -

messaging                          | read           | add        | change         | remove     | gate
chat_participants                  | owner          | -          | -              | owner      | -
chat_rooms                         | owner          | -          | owner          | -          | -
communications                     | owner peer     | owner      | peer           | -          | -
email_events                       | owner          | -          | -              | -          | -
email_templates                    | staff          | staff      | staff          | operator   | -
messages                           | members        | owner      | owner operator | -          | -
  in a private room                | owner          | owner      | owner          | -          | -
mail_states                        | -              | -          | -              | -          | -
notification_preferences           | owner          | owner      | owner          | owner      | -
notification_templates             | staff          | staff      | staff          | operator   | -
notifications                      | owner          | -          | owner          | owner      | -
push_subscriptions                 | owner          | owner      | -              | owner      | -
room_participants                  | members        | owner peer | peer           | owner peer | -
room_reads                         | owner          | owner      | owner          | owner      | -
rooms                              | members        | owner      | owner operator | owner      | -
  private                          | owner operator | owner      | owner operator | owner      | -

wellness                           | read       | add   | change | remove | gate
health_grant_looks                 | owner      | -     | -      | -      | owner
health_grants                      | owner peer | owner | owner  | -      | owner peer
health_integrations                | owner      | owner | owner  | owner  | owner
health_metrics                     | owner      | owner | owner  | owner  | owner
integration_settings               | owner      | owner | owner  | owner  | owner
journal_entries                    | owner      | owner | owner  | owner  | owner
supplement_intakes                 | owner      | owner | owner  | owner  | owner
supplements                        | members    | staff | staff  | staff  | -

assistant                          | read     | add      | change   | remove | gate
ai_analytics                       | operator | -        | -        | -      | -
ai_configurations                  | members  | operator | operator | -      | -
ai_conversations                   | owner    | -        | -        | owner  | owner
ai_embeddings                      | operator | -        | -        | -      | -
ai_messages                        | owner    | -        | -        | -      | owner
ai_suggestions                     | owner    | -        | owner    | -      | -
  for operators                    | operator | -        | operator | -      | -
ai_usage_metrics                   | owner    | -        | -        | -      | -
ai_vector_collection_mappings      | members  | staff    | -        | staff  | -
ai_vector_collections              | members  | staff    | staff    | staff  | -
  for premium members              | staff    | staff    | staff    | staff  | -
ai_vector_documents                | staff    | staff    | staff    | staff  | -
  in a collection                  | members  | staff    | staff    | staff  | -
chat_history                       | owner    | -        | -        | owner  | owner
chat_messages                      | owner    | owner    | -        | -      | owner
conversations                      | owner    | owner    | owner    | owner  | owner

search                             | read        | add   | change | remove | gate
popular_searches                   | staff       | -     | -      | -      | -
  frequent                         | all         | -     | -      | -      | -
search_analytics                   | owner staff | owner | owner  | -      | -
search_suggestions                 | all         | -     | -      | -      | -
search_vectors                     | platform    | -     | -      | -      | -
  of something for everyone        | all         | -     | -      | -      | -
  of something for everyone, later | -           | -     | -      | -      | -

analytics                          | read  | add    | change | remove | gate
analytics_events                   | owner | owner  | -      | -      | -
analytics_metrics                  | staff | -      | -      | -      | -
analytics_reports                  | staff | -      | -      | -      | -
  by an editor                     | staff | editor | editor | editor | -
analytics_summaries                | staff | -      | -      | -      | -

feedback                           | read           | add   | change | remove | gate
feedback                           | owner operator | owner | -      | owner  | -
feedback_ascenders                 | operator       | -     | -      | -      | -
feedback_hub                       | operator       | -     | -      | -      | -
feedback_immortals                 | operator       | -     | -      | -      | -
feedback_neothinkers               | operator       | -     | -      | -      | -
`;
