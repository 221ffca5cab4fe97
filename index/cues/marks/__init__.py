"""The marks around what somebody says, and their speech after dashes: where quotations begin and end."""
