"""Values only: what a campaign, its vault and its findings are. Standard library only; nothing here touches a disk."""
